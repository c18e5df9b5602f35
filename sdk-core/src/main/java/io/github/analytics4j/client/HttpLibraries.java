package io.github.analytics4j.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import kotlin.enums.EnumEntriesKt;
import okhttp3.Call;
import okhttp3.EventListener;
import okio.ByteString;
import okio.Okio;
import okio.Socket;

/**
 * Checks what the exchanges stand on. A build tool does not mediate between {@code okhttp} and {@code okhttp-jvm}, and a managed
 * version replaces a newer one: both would fail with a {@link LinkageError} in the middle of a call.
 */
final class HttpLibraries {
    private HttpLibraries() {}

    /** Refuses libraries that are too old, and names their jars; runs no code of theirs, which might fail. */
    static void check() {
        ClassLoader loader = HttpLibraries.class.getClassLoader();
        if (lacksKotlin()) {
            throw refused(
                    "Kotlin 1.9",
                    "kotlin/Unit.class",
                    loader,
                    "org.jetbrains.kotlin:kotlin-stdlib",
                    Version.KOTLIN,
                    ".");
        }
        if (lacksOkio()) {
            String both = "com.squareup.okio:okio and com.squareup.okio:okio-jvm";
            throw refused(
                    "Okio 3.18",
                    "okio/Okio.class",
                    loader,
                    both,
                    Version.OKIO,
                    ", of which the first has no classes then.");
        }
        if (lacksOkHttp()) {
            String both = "com.squareup.okhttp3:okhttp and com.squareup.okhttp3:okhttp-jvm";
            String rest = ", of which the first has no classes then; what was compiled for OkHttp 4 runs on it.";
            throw refused("OkHttp 5.4", "okhttp3/Call.class", loader, both, Version.OKHTTP, rest);
        }
    }

    /** By linking and not by reflection, which a native image would have to be told of; without lambdas, which a start would wait for. */
    private static boolean lacksKotlin() {
        try {
            return EnumEntriesKt.class == null; // never, if it links
        } catch (LinkageError e) {
            return true;
        }
    }

    /** OkHttp encodes pins, logins at a proxy and a cache's keys with what there is since Okio 3.18. */
    private static boolean lacksOkio() {
        try {
            BiFunction<ByteString, Boolean, String> newest = ByteString::base64;
            boolean oldBeforeNew = !place(Okio.class).equals(place(Socket.class));
            return oldBeforeNew || newest == null;
        } catch (LinkageError e) {
            return true;
        }
    }

    /** Asks for what there is since OkHttp 5.4, as is all else that is used here. */
    private static boolean lacksOkHttp() {
        try {
            BiConsumer<Call, EventListener> newest = Call::addEventListener;
            return newest == null;
        } catch (LinkageError e) {
            return true;
        }
    }

    private static String place(Class<?> type) {
        ProtectionDomain domain = type.getProtectionDomain();
        CodeSource source = domain == null ? null : domain.getCodeSource(); // Android has none
        return source == null ? "" : "" + source.getLocation();
    }

    private static IllegalStateException refused(
            String needed, String entry, ClassLoader loader, String artifacts, String version, String rest) {
        Set<String> places = new LinkedHashSet<>();
        try {
            for (URL each : Collections.list(loader.getResources(entry))) {
                places.add(each.toString().replaceFirst("^jar:", "").replaceFirst("!?/" + entry + "$", ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String found = places.isEmpty() ? "there is none" : "found, in this order: " + String.join(", ", places);
        return new IllegalStateException(
                "analytics4j needs " + needed + " or newer before any older one on the class path ("
                        + found + "): set " + artifacts + " to " + version
                        + " in your build (dependencyManagement of Maven, constraints of Gradle)" + rest);
    }
}
