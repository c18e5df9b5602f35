package io.github.analytics4j.duckdb;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.client.AbstractClientBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** One open client for each API, opened when the first scan needs it and shared by all scans. Thread-safe. */
final class Sessions implements AutoCloseable {
    private final Map<String, ApiCatalog> apis = new HashMap<>();
    private final ClientSettings settings;
    private final BiConsumer<? super ApiCatalog, ? super AbstractClientBuilder<?>> clients;
    private final Map<String, ApiSession> given;
    private final Map<String, ApiSession> opened = new HashMap<>();
    private boolean closed;

    Sessions(
            List<ApiCatalog> apis,
            ClientSettings settings,
            BiConsumer<? super ApiCatalog, ? super AbstractClientBuilder<?>> clients,
            Map<String, ApiSession> given) {
        apis.forEach(each -> this.apis.put(each.name(), each));
        this.settings = settings;
        this.clients = clients;
        this.given = Map.copyOf(given);
    }

    /** The client of a table's API; one that could not be opened is tried again the next time. */
    synchronized ApiSession of(Table table) {
        String id = table.operation().id();
        String name = id.substring(0, id.indexOf('.'));
        ApiSession session = given.get(name);
        if (session != null) {
            return session;
        } else if (closed) {
            throw new IllegalStateException("the database is closed");
        }
        session = opened.get(name);
        if (session == null) {
            session = open(name);
            opened.put(name, session);
        }
        return session;
    }

    private ApiSession open(String name) {
        ApiCatalog api = apis.get(name);
        if (api == null) {
            throw new IllegalStateException("no API " + name);
        }
        return api.open(settings, builder -> clients.accept(api, builder));
    }

    /** Closes the clients that were opened here; those that were given stay open. */
    @Override
    public synchronized void close() {
        closed = true;
        opened.values().forEach(ApiSession::close);
        opened.clear();
    }
}
