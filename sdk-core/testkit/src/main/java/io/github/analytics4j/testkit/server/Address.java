package io.github.analytics4j.testkit.server;

import java.net.InetAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the origins of a sandbox listen and how clients reach them.
 *
 * @param bind the address that is listened on
 * @param host the name in the URLs that are handed out
 * @param certificate what they show for themselves, or null for plain HTTP
 */
public record Address(
        InetAddress bind, String host, @Nullable Certificate certificate) {
    /** On this address alone; its URLs have the host's name, or else the address, or loopback for all addresses. */
    public static Address of(InetAddress bind, @Nullable String host, boolean https) {
        String name = host != null ? host : literal(bind);
        return new Address(bind, name, https ? Certificate.create(name) : null);
    }

    private static String literal(InetAddress bind) {
        if (bind.isAnyLocalAddress()) {
            return "127.0.0.1";
        }
        String text = bind.getHostAddress();
        int zone = text.indexOf('%');
        String address = zone < 0 ? text : text.substring(0, zone);
        return address.contains(":") ? "[" + address + "]" : address;
    }

    URI url(int port) {
        return URI.create((certificate == null ? "http://" : "https://") + host + ":" + port);
    }
}
