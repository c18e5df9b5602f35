package io.github.analytics4j.duckdb;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.client.AbstractClientBuilder;
import io.github.analytics4j.page.WalkReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * A DuckDB database inside this process in which every table of every API found is a table function, read live:
 *
 * <pre>{@code
 * try (Connection db = Analytics.connect(ClientSettings.environment(System.getenv()));
 *         Statement sql = db.createStatement();
 *         ResultSet rows = sql.executeQuery(
 *                 "select call_status, count(*) from synthflow_calls(model_id := 'm-1') group by 1")) { ... }
 * }</pre>
 *
 * <p>The functions have the names, parameters and columns of the catalogue. A scan is a walk of the core's: it asks for a page
 * when the database wants its rows, and no query gets rows of which it is not proven that they are all, unless that is allowed.
 * Nothing is sent before a query runs, and nothing for one that only describes or prepares.
 *
 * <p>Safe for use by several threads. The statements of one connection run one after the other; {@link #connection()} gives
 * further connections, which share the database and the clients.
 */
public final class Analytics implements AutoCloseable {
    private static final AtomicLong NUMBERS = new AtomicLong();

    /** DuckDB's names of one option, in any case. */
    private static final Pattern THREADS = Pattern.compile("(?i)(worker_)?threads");

    private final List<Table> tables;
    private final Sessions sessions;
    private final ScanFunction function;
    private final Blend blend;
    private final TableMacros macros;
    private final SqlHints hints;
    private final @Nullable Path spills;
    private final DuckDBConnection root;
    private final Map<String, Connection> open = new LinkedHashMap<>();
    private boolean closed;

    private Analytics(Builder from) throws SQLException {
        List<ApiCatalog> apis = from.apis == null ? ApiCatalog.all() : from.apis;
        this.tables = apis.stream().flatMap(each -> each.tables().stream()).toList();
        this.sessions = new Sessions(apis, from.settings, from.clients, from.sessions);
        this.function =
                new ScanFunction(tables, sessions, new ScanOptions(from.prefetch, from.allowUnproven, from.report));
        String name = "analytics4j_scan_" + NUMBERS.incrementAndGet(); // a database may be open twice in this process
        this.blend = new Blend(tables.stream().map(Table::name).collect(Collectors.toSet()));
        this.macros = new TableMacros(tables, blend, stored(from.folders), name);
        this.hints = new SqlHints(tables, blend.views());
        Properties properties = from.properties();
        this.spills = spills(properties, from.file);
        try {
            this.root = NativeDriver.connect(from.file == null ? "" : from.file.toString(), properties);
        } catch (SQLException e) {
            remove(spills);
            throw e;
        }
        try {
            function.register(root, name);
        } catch (SQLException e) {
            root.close();
            throw e;
        }
    }

    /**
     * A folder that its owner alone can read, for what does not fit into the memory; null where the database has a place of its
     * own. DuckDB would take the working directory, which others can read and we may not be able to write.
     */
    private static @Nullable Path spills(Properties properties, @Nullable Path file) {
        if (file != null || properties.stringPropertyNames().stream().anyMatch("temp_directory"::equalsIgnoreCase)) {
            return null;
        }
        try {
            Path folder = Files.createTempDirectory("analytics4j-");
            properties.put("temp_directory", folder.toString());
            return folder;
        } catch (IOException e) {
            return null; // a query that does not fit says so
        }
    }

    /** The tables that are read from files; the last folder that has one counts. */
    private Map<String, StoredTable> stored(List<Path> folders) throws SQLException {
        Map<String, StoredTable> stored = new HashMap<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new SQLException(folder + " is no folder");
            }
            for (Table table : tables) {
                StoredTable.in(folder, table).ifPresent(files -> stored.put(table.name(), files));
            }
        }
        return stored;
    }

    /**
     * {@return a connection to a database in memory, with the APIs' settings from the environment; closing it closes the
     * database and the clients}
     *
     * @throws SQLException if DuckDB cannot open it
     */
    public static Connection connect() throws SQLException {
        return connect(ClientSettings.environment(System.getenv()));
    }

    /**
     * {@return a connection to a database in memory; closing it closes the database and the clients}
     *
     * @param settings what the clients are opened with, each when a query first needs it
     * @throws SQLException if DuckDB cannot open it
     */
    public static Connection connect(ClientSettings settings) throws SQLException {
        return builder().settings(settings).connect();
    }

    /** {@return a builder of a database with more than settings} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the tables there are, of all APIs} */
    public List<Table> tables() {
        return tables;
    }

    /** {@return the views over several APIs, of those that have a part in them} */
    public List<SqlView> views() {
        return blend.views();
    }

    /**
     * {@return another connection to the same database, with the same clients} The caller closes it.
     *
     * @throws SQLException if the database is closed
     */
    public Connection connection() throws SQLException {
        return connection(() -> {});
    }

    private synchronized Connection connection(SqlConnection.OnClose afterwards) throws SQLException {
        if (closed) {
            throw new SQLException("the database is closed");
        }
        DuckDBConnection driver = root.duplicate();
        String number = Long.toString(NUMBERS.incrementAndGet());
        ConnectionScans scans =
                function.open(number); // before the macros: one without parameters is bound when it is made
        try {
            macros.create(driver, number);
        } catch (SQLException e) {
            function.close(number);
            driver.close();
            throw e;
        }
        Connection connection = SqlConnection.of(driver, scans, hints, () -> {
            forget(number);
            afterwards.run();
        });
        open.put(number, connection);
        return connection;
    }

    private synchronized void forget(String number) {
        open.remove(number);
        function.close(number);
    }

    /** Ends the queries that run, and closes all connections and the clients that were opened here. */
    @Override
    public void close() throws SQLException {
        List<Connection> connections;
        synchronized (this) {
            closed = true;
            connections = new ArrayList<>(open.values());
        }
        try {
            for (Connection each : connections) {
                each.close();
            }
            root.close();
        } finally {
            sessions.close();
            remove(spills);
        }
    }

    /** Removes that folder, unless another connection of the driver's still uses it. */
    private static void remove(@Nullable Path spills) {
        try {
            if (spills != null) {
                Files.deleteIfExists(spills);
            }
        } catch (IOException e) {
            // the system clears what is left there
        }
    }

    /** Says how a database is opened. */
    public static final class Builder {
        private final Map<String, ApiSession> sessions = new LinkedHashMap<>();
        private final Map<String, String> options = new LinkedHashMap<>();
        private final List<Path> folders = new ArrayList<>();
        private @Nullable List<ApiCatalog> apis;
        private ClientSettings settings = ClientSettings.NONE;
        private BiConsumer<? super ApiCatalog, ? super AbstractClientBuilder<?>> clients = (api, client) -> {};
        private @Nullable Path file;
        private int prefetch;
        private boolean allowUnproven;
        private BiConsumer<? super Table, ? super WalkReport> report = (table, walk) -> {};

        private Builder() {}

        /**
         * Sets what the clients are opened with; from the environment unless set.
         *
         * @param all an API whose key is missing fails the queries that need it, and no other
         * @return this builder
         */
        public Builder settings(ClientSettings all) {
            this.settings = Objects.requireNonNull(all, "settings");
            return this;
        }

        /**
         * Sets the APIs whose tables there are.
         *
         * @param only all that are found unless set
         * @return this builder
         */
        public Builder apis(List<ApiCatalog> only) {
            this.apis = List.copyOf(only);
            return this;
        }

        /**
         * Sets options of each client that is opened: a deadline, a listener, an {@code OkHttpClient} of your own.
         *
         * @param change called with the API and the builder of its client, after the settings
         * @return this builder
         */
        public Builder clients(BiConsumer<? super ApiCatalog, ? super AbstractClientBuilder<?>> change) {
            this.clients = Objects.requireNonNull(change, "clients");
            return this;
        }

        /**
         * Uses a client of your own for its API, instead of one by the settings.
         *
         * @param own stays open when the database is closed
         * @return this builder
         */
        public Builder session(ApiSession own) {
            sessions.put(own.catalog().name(), own);
            return this;
        }

        /**
         * Keeps the database in a file instead of memory.
         *
         * @param database made if it is not there
         * @return this builder
         */
        public Builder file(Path database) {
            this.file = Objects.requireNonNull(database, "file");
            return this;
        }

        /**
         * Reads tables from files instead of from their API: each of which the folder has a folder of its name, as {@code
         * synthflow_calls}. What is below that, or below a folder {@code data} in it, and ends with {@code .parquet}, {@code
         * .jsonl} or {@code .csv}, the latter two also compressed, is taken for the rows, by the names of the columns. A
         * parameter narrows by the column that tells its value; one that no column tells fails the query.
         *
         * @param folder that a sync filled, or one laid out like it
         * @return this builder
         */
        public Builder stored(Path folder) {
            folders.add(Objects.requireNonNull(folder, "stored"));
            return this;
        }

        /**
         * Sets an option of DuckDB's.
         *
         * <p>Without {@link #stored} a query runs on its caller's thread alone; more {@code threads} read several live
         * tables of a query at once and work on stored rows with more cores, and each wait for a page then costs a core.
         *
         * @param name such as {@code memory_limit} or {@code threads}
         * @param value as DuckDB writes it
         * @return this builder
         */
        public Builder option(String name, String value) {
            options.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * Reads ahead, from the second page that a query wants. A query with a limit may then ask for pages that it does
         * not need.
         *
         * @param pages how many, at most 64, may be under way or waiting to be read; 0 unless set, which asks for each
         *     when it is wanted
         * @return this builder
         */
        public Builder prefetch(int pages) {
            if (pages < 0) {
                throw new IllegalArgumentException("prefetch must be at least 0, was " + pages);
            }
            this.prefetch = pages;
            return this;
        }

        /**
         * Sets whether a query gets the rows of a walk of which it is not proven that they are all; else it fails.
         *
         * @param allow whether it does
         * @return this builder
         */
        public Builder allowUnproven(boolean allow) {
            this.allowUnproven = allow;
            return this;
        }

        /**
         * Hears what each walk did that came to its end.
         *
         * @param listener called on the thread that read it; must not block
         * @return this builder
         */
        public Builder onReport(BiConsumer<? super Table, ? super WalkReport> listener) {
            this.report = Objects.requireNonNull(listener, "onReport");
            return this;
        }

        /**
         * One thread of the database's for each query, its caller's, where rows come from the network alone: while another one
         * waits for a page the driver's caller spins, at the cost of a whole core.
         */
        private Properties properties() {
            Properties properties = new Properties();
            if (folders.isEmpty()
                    && options.keySet().stream()
                            .noneMatch(each -> THREADS.matcher(each).matches())) {
                properties.put("threads", "1");
            }
            properties.putAll(options);
            return properties;
        }

        /**
         * Opens the database; close it when you are done.
         *
         * @return the database
         * @throws SQLException if DuckDB cannot open it
         */
        public Analytics open() throws SQLException {
            return new Analytics(this);
        }

        /**
         * {@return a connection to a new database; closing it closes the database and the clients}
         *
         * @throws SQLException if DuckDB cannot open it
         */
        public Connection connect() throws SQLException {
            Analytics database = open();
            try {
                return database.connection(database::close);
            } catch (SQLException e) {
                database.close();
                throw e;
            }
        }
    }
}
