package io.github.analytics4j.acceptance;

import java.io.PrintStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;

/** Prints all texts that an object shows, for a reader to search them. */
final class VisibleTexts {
    private static final Set<String> DOING = Set.of(
            "execute", "executeAsync", "response", "responseAsync", "notify", "notifyAll", "wait", "fillInStackTrace");

    private final PrintStream out;
    private long count;

    VisibleTexts(PrintStream out) {
        this.out = out;
    }

    long count() {
        return count;
    }

    void text(String what, Object thing) {
        count++;
        out.println(what + ": " + thing);
    }

    /** The stack trace with causes and suppressed ones, and what each of them tells when asked. */
    void failure(String what, Throwable failure) {
        text(what, failure);
        failure.printStackTrace(out);
        for (Throwable one = failure; one != null; one = one.getCause()) {
            getters(what, one);
        }
    }

    /** What every public method without a parameter returns. */
    void getters(String what, Object thing) {
        for (Method method : thing.getClass().getMethods()) {
            boolean tells = method.getParameterCount() == 0
                    && method.getReturnType() != void.class
                    && !Modifier.isStatic(method.getModifiers())
                    && !DOING.contains(method.getName());
            if (tells && method.trySetAccessible()) {
                try {
                    text(what + "." + method.getName(), method.invoke(thing));
                } catch (ReflectiveOperationException e) {
                    failure(what + "." + method.getName(), e);
                }
            }
        }
    }
}
