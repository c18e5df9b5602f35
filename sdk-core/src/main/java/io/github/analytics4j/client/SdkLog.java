package io.github.analytics4j.client;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLogger;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Gives out the loggers of the SDK, which the guide lists. Where a program has no logging backend they write nothing, and SLF4J
 * is not asked for one: it would print three lines about that to the standard error of each script.
 *
 * @hidden
 */
@GeneratedCodeApi
public final class SdkLog {
    private static final String ROOT = "io.github.analytics4j";
    private static final boolean BACKEND = backend();

    private SdkLog() {}

    /** The logger of a part of the SDK; of its calls where that is empty. */
    public static Logger of(String part) {
        return BACKEND ? LoggerFactory.getLogger(part.isEmpty() ? ROOT : ROOT + "." + part) : NOPLogger.NOP_LOGGER;
    }

    /** Whether SLF4J will find a backend, looked for as it looks itself. */
    private static boolean backend() {
        if (System.getProperty(LoggerFactory.PROVIDER_PROPERTY_KEY) != null) {
            return true;
        }
        try {
            ClassLoader loader = LoggerFactory.class.getClassLoader();
            return ServiceLoader.load(SLF4JServiceProvider.class, loader)
                    .iterator()
                    .hasNext();
        } catch (ServiceConfigurationError | LinkageError e) {
            return true; // one is meant, and SLF4J says what is wrong with it; or SLF4J 1, which has another way
        }
    }
}
