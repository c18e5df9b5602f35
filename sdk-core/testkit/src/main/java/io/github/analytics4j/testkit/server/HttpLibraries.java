package io.github.analytics4j.testkit.server;

import java.net.URL;
import okhttp3.Call;
import okhttp3.EventListener;
import okio.ByteString;

/** Checks what the web server stands on: with old classes it would start, and each of its threads die at its first request. */
public final class HttpLibraries {
    private static final String OKIO = "okio/Okio.class";

    private HttpLibraries() {}

    /** Refuses an OkHttp, Okio or Kotlin that is too old or stands before the right one on the class path. */
    public static void check() {
        if (find("kotlin/enums/EnumEntriesKt.class") == null) {
            throw tooOld("Kotlin", "kotlin/Unit.class", "org.jetbrains.kotlin:kotlin-stdlib 2.1.21");
        }
        URL socket = find("okio/Socket.class");
        boolean oldBeforeNew =
                socket == null || !socket.toString().replace("Socket", "Okio").equals("" + find(OKIO));
        if (oldBeforeNew || !has(ByteString.class, "base64", boolean.class)) {
            throw tooOld("Okio", OKIO, "com.squareup.okio:okio-jvm 3.18.2");
        }
        if (!has(Call.class, "addEventListener", EventListener.class)) {
            throw tooOld("OkHttp", "okhttp3/Call.class", "com.squareup.okhttp3:okhttp-jvm 5.5.1");
        }
    }

    private static boolean has(Class<?> type, String method, Class<?> parameter) {
        try {
            return type.getMethod(method, parameter) != null;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static URL find(String entry) {
        return HttpLibraries.class.getClassLoader().getResource(entry);
    }

    private static IllegalStateException tooOld(String library, String entry, String artifact) {
        String place = ("" + find(entry)).replaceFirst("^jar:", "").replaceFirst("!?/" + entry + "$", "");
        return new IllegalStateException("the " + library + " on the class path, " + place
                + ", is too old for the sandbox's web server; give " + artifact
                + " or newer a place in your build above whatever brings the old one");
    }
}
