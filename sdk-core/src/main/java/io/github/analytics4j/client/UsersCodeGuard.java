package io.github.analytics4j.client;

import io.github.analytics4j.error.SdkThreads;
import java.io.IOException;
import java.util.Objects;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * Stands around a user's interceptors, cookies and authenticators, and tells what they throw from what the network does:
 * trouble that did not come up from OkHttp is theirs. It leaves as an {@link IOException}, since anything else would end the
 * engine's thread and reach an asynchronous caller as an interrupted connection. To be added before the first of the application
 * interceptors, and before the first of the network interceptors, where an {@link IOException} of theirs would look like the
 * network's; where there are none, the process may have a proxy selector or an authenticator of the user's.
 */
final class UsersCodeGuard implements Interceptor {
    private final @Nullable Interceptor rest;

    /** Stands before an interceptor of ours, or, without one, before all that follow. */
    UsersCodeGuard(@Nullable Interceptor rest) {
        this.rest = rest;
    }

    /** A user's own code threw {@link #getCause()}. */
    static final class Thrown extends IOException {
        private static final long serialVersionUID = 1;

        Thrown(Throwable cause) {
            super("code of the user's failed", cause);
        }

        @Override
        public synchronized Throwable getCause() {
            return Objects.requireNonNull(super.getCause());
        }
    }

    /** Clears an interrupt that an interceptor of a user's left set on a thread of ours, where it would end the exchange. */
    static void calm(Call call) {
        boolean users = call.request().tag(ExchangeTrace.class) != null;
        boolean unused = users && SdkThreads.isOurs() && Thread.interrupted();
    }

    @Override
    public Response intercept(Interceptor.Chain chain) throws IOException {
        ExchangeTrace trace = ExchangeTrace.of(chain.call());
        if (trace == null) {
            return chain.proceed(chain.request());
        }
        trace.begins();
        try {
            return rest == null ? chain.proceed(chain.request()) : rest.intercept(chain);
        } catch (Thrown e) {
            throw e;
        } catch (IOException e) {
            throw trace.isOkHttps(e) || chain.call().isCanceled() ? e : new Thrown(e);
        } catch (RuntimeException | Error e) {
            throw new Thrown(e);
        } catch (Exception e) { // OkHttp lets out an InterruptedException, declared or not
            throw new IOException("interrupted", e);
        }
    }

    /**
     * Asks a user's authenticator, and repeats no login that the proxy has refused: a few of those lock an account. Two for
     * the same authenticator are equal, as OkHttp asks before a connection is used again. No record: OkHttp compares it while a
     * client is built, and a record's comparison is made at run time, which costs a start dearly.
     */
    static final class ProxyLogin implements Authenticator {
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

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ProxyLogin others && users.equals(others.users);
        }

        @Override
        public int hashCode() {
            return users.hashCode();
        }
    }
}
