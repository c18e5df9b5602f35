package io.github.analytics4j.client;

import java.io.IOException;
import java.util.Objects;
import okhttp3.Authenticator;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** Asks a user's authenticator, and repeats no login that the proxy has refused: a few of those lock an account. */
final class ProxyLogin implements Authenticator {
    private static final String LOGIN = "Proxy-Authorization";

    private final Authenticator users;

    ProxyLogin(Authenticator users) {
        this.users = users;
    }

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) throws IOException {
        Request next = users.authenticate(route, response);
        String refused = response.request().header(LOGIN);
        return next != null && refused != null && Objects.equals(refused, next.header(LOGIN)) ? null : next;
    }
}
