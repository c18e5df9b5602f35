package io.github.analytics4j.guard;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** A logging backend at the finest level that keeps what our own loggers say, and refuses planted secrets on the spot. */
public final class Captured implements SLF4JServiceProvider {
    /** In bodies and values, which are nobody's secret but do not belong into a log. */
    private static final String PRIVATE = "canary";

    private static final List<String> LINES = new CopyOnWriteArrayList<>();
    private static volatile Level finest = Level.TRACE;
    private final IMarkerFactory markers = new BasicMarkerFactory();

    /** Returns the lines logged since {@link #clear}, as {@code LEVEL message}. */
    public static List<String> lines() {
        return LINES;
    }

    /** Keeps nothing finer from now on, as a level that is switched while a program runs. */
    public static void level(Level from) {
        finest = from;
    }

    public static void clear() {
        LINES.clear();
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return KeepingLogger::new;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return new NOPMDCAdapter();
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {}

    private static final class KeepingLogger extends LegacyAbstractLogger {
        private static final long serialVersionUID = 1;

        KeepingLogger(String name) {
            this.name = name;
        }

        private boolean ours(Level level) {
            return level.toInt() >= finest.toInt() && name.startsWith("io.github.analytics4j");
        }

        @Override
        protected @Nullable String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                String message,
                Object @Nullable [] arguments,
                @Nullable Throwable e) {
            String text = MessageFormatter.basicArrayFormat(message, arguments);
            if (Canaries.areIn(text + e) || text.contains(PRIVATE)) {
                throw new AssertionError("the canary was logged");
            }
            LINES.add(level + " " + text);
        }

        @Override
        public boolean isTraceEnabled() {
            return ours(Level.TRACE);
        }

        @Override
        public boolean isDebugEnabled() {
            return ours(Level.DEBUG);
        }

        @Override
        public boolean isInfoEnabled() {
            return ours(Level.INFO);
        }

        @Override
        public boolean isWarnEnabled() {
            return ours(Level.WARN);
        }

        @Override
        public boolean isErrorEnabled() {
            return ours(Level.ERROR);
        }
    }
}
