package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.control.Admin;
import io.github.analytics4j.testkit.data.Timeline;
import io.github.analytics4j.testkit.server.Env;
import io.github.analytics4j.testkit.server.Origin;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** The admin API of one sandbox, on a port of its own: its operations are described at {@code /openapi.json}. */
final class AdminApi implements AutoCloseable {
    private final Env env;
    private final Origin server;

    private AdminApi(Env env, Origin server) {
        this.env = env;
        this.server = server;
    }

    /** Listens where the sandbox does; 0 takes a free port. */
    static AdminApi start(Sandbox sandbox, Env of, int port) {
        Clock time = Clock.systemUTC();
        Env env = new Env(of.seed, time, new Timeline(time, true), false, true, of.address, line -> {}, of::failed);
        Admin admin = new Admin(sandbox, SandboxRequest::maskedTarget, request -> request.maskedHeaderLines());
        Origin server = new Origin(env, "admin", admin::answer, admin::error, request -> {}, List.of());
        server.start(port);
        return new AdminApi(env, server);
    }

    URI url() {
        return server.url();
    }

    @Override
    public void close() {
        env.closing.countDown();
        server.stop();
    }
}
