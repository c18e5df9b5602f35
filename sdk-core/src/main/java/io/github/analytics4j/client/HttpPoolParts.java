package io.github.analytics4j.client;

import io.github.analytics4j.error.WorkThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URL;
import java.net.UnknownHostException;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import kotlin.enums.EnumEntriesKt;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import okio.Okio;
import okio.Socket;
import org.jspecify.annotations.Nullable;

/**
 * The parts of its own that a pool is made of: look-ups of names that a call can leave, a guard around a user's own code, and
 * values that are made beside a start.
 */
final class HttpPoolParts {
    private HttpPoolParts() {}

    /**
     * Looks names up on a thread of its own, so that a call that is canceled or out of time leaves a resolver that hangs;
     * a look-up cannot be ended otherwise. Calls that want the same name share one.
     */
    static final class CancelableDns implements Dns {
        private static final long LOOK_MILLIS = 10;

        /** OkHttp looks up on the thread of the call; one call may go on inside another. */
        private static final ThreadLocal<okhttp3.@Nullable Call> CURRENT = new ThreadLocal<>();

        private final Dns dns;
        private final Map<String, CompletableFuture<List<InetAddress>>> underWay = new ConcurrentHashMap<>();

        CancelableDns(Dns dns) {
            this.dns = dns;
        }

        /** Goes on with an exchange whose look-ups end with it. */
        Response watched(Interceptor.Chain chain) throws IOException {
            okhttp3.Call outer = CURRENT.get();
            CURRENT.set(chain.call());
            try {
                return chain.proceed(chain.request());
            } finally {
                if (outer == null) {
                    CURRENT.remove();
                } else {
                    CURRENT.set(outer);
                }
            }
        }

        @Override
        public List<InetAddress> lookup(String host) throws UnknownHostException {
            okhttp3.Call call = CURRENT.get();
            if (call == null) {
                return dns.lookup(host);
            }
            CompletableFuture<List<InetAddress>> lookUp = underWay.computeIfAbsent(host, this::start);
            while (!call.isCanceled()) {
                try {
                    return lookUp.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) { // the loop goes on while the call is wanted
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new UnknownHostException(host);
                } catch (ExecutionException e) {
                    throw failure(host, e.getCause() == null ? e : e.getCause());
                }
            }
            throw new UnknownHostException(host);
        }

        private CompletableFuture<List<InetAddress>> start(String host) {
            CompletableFuture<List<InetAddress>> lookUp = new CompletableFuture<>();
            WorkThreads.execute(() -> {
                try {
                    lookUp.complete(dns.lookup(host));
                } catch (Throwable e) { // whatever a user's own resolver throws belongs to the calls
                    lookUp.completeExceptionally(e);
                } finally {
                    underWay.remove(host, lookUp);
                }
            });
            return lookUp;
        }

        private static UnknownHostException failure(String host, Throwable cause) {
            if (cause instanceof Error error) {
                throw error;
            }
            if (cause instanceof RuntimeException runtime) {
                throw runtime;
            }
            UnknownHostException failure = new UnknownHostException(host);
            failure.initCause(cause);
            return failure;
        }
    }

    /**
     * Stands around a user's interceptors, cookies and authenticators, and tells what they throw from what the network does:
     * trouble that did not come up from OkHttp is theirs. It leaves as an {@link IOException}, since anything else would end the
     * engine's thread and reach an asynchronous caller as an interrupted connection.
     */
    static final class UsersCodeGuard {
        private UsersCodeGuard() {}

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

        /**
         * Stands before the first of the application interceptors, and before the first of the network interceptors, where an
         * {@link IOException} of theirs would look like the network's.
         */
        static Response guarded(Interceptor.Chain chain) throws IOException {
            WireTrace trace = chain.call().request().tag(WireTrace.class);
            if (trace == null) {
                return chain.proceed(chain.request());
            }
            trace.begins();
            try {
                return chain.proceed(chain.request());
            } catch (Thrown e) {
                throw e;
            } catch (IOException e) {
                throw trace.isOkHttps(e) || chain.call().isCanceled() ? e : new Thrown(e);
            } catch (RuntimeException | Error e) {
                throw new Thrown(e);
            }
        }

        /**
         * Asks a user's authenticator, and repeats no login that the proxy has refused: a few of those lock an account. No record:
         * OkHttp compares it while a client is built, and a record's comparison is made at run time, which costs a start dearly.
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
        }
    }

    /** A value made once, when it is first asked for or on a thread started before. Safe for use by several threads. */
    static final class Deferred<T> {
        private final String name;
        private final FutureTask<T> task;

        /** A value of this name, which the failure of {@code maker} is told with. */
        Deferred(String name, Callable<T> maker) {
            this.name = name;
            this.task = new FutureTask<>(maker);
        }

        /** Makes the value on a thread of its own. */
        void start(String threadName) {
            if (!task.isDone()) {
                WorkThreads.factory(threadName).newThread(task).start();
            }
        }

        /** Whether the value is there, or failed to be made. */
        boolean isDone() {
            return task.isDone();
        }

        /** The value, made here if nobody has begun to; an interrupt does not end the wait, and is kept. */
        T get() {
            task.run();
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        return task.get();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(name + " cannot be set up: " + e.getCause(), e.getCause());
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /**
     * Checks what the exchanges stand on. A build tool does not mediate between {@code okhttp} and {@code okhttp-jvm}, and a managed
     * version replaces a newer one: both would fail with a {@link LinkageError} in the middle of a call.
     */
    static final class HttpLibraries {
        private HttpLibraries() {}

        /** Refuses libraries that are too old, and names their jars; runs no code of theirs, which might fail. */
        static void check() {
            ClassLoader loader = HttpLibraries.class.getClassLoader();
            if (fails(() -> EnumEntriesKt.class)) {
                throw refused(
                        "Kotlin 1.9",
                        "kotlin/Unit.class",
                        loader,
                        "org.jetbrains.kotlin:kotlin-stdlib",
                        Version.KOTLIN,
                        ".");
            }
            if (fails(() -> Socket.class)
                    || !place(Okio.class).equals(place(Socket.class))) { // else an old jar before a new one
                String both = "com.squareup.okio:okio and com.squareup.okio:okio-jvm";
                throw refused(
                        "Okio 3.18",
                        "okio/Okio.class",
                        loader,
                        both,
                        Version.OKIO,
                        ", of which the first has no classes then.");
            }
            if (fails(HttpLibraries::newestMethod)) {
                String both = "com.squareup.okhttp3:okhttp and com.squareup.okhttp3:okhttp-jvm";
                String rest = ", of which the first has no classes then; what was compiled for OkHttp 4 runs on it.";
                throw refused("OkHttp 5.4", "okhttp3/Call.class", loader, both, Version.OKHTTP, rest);
            }
        }

        /** By linking and not by reflection, which a native image would have to be told of. */
        private static boolean fails(Supplier<?> link) {
            try {
                return link.get() == null; // never, if it links
            } catch (LinkageError e) {
                return true;
            }
        }

        /** Since OkHttp 5.4, as is all else that is used here. */
        private static BiConsumer<Call, EventListener> newestMethod() {
            return Call::addEventListener;
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
}
