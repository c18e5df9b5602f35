package io.github.analytics4j.export;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real PostgreSQL for this JVM, on loopback, in a folder of its own: started when the first test asks for a database, ended with
 * the JVM, however that ends. Where there is none the test is skipped with a message.
 */
final class PostgresServer {
    private static final int STARTS_WITHIN_SECONDS = 60;
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static Optional<PostgresServer> shared;

    private final Path folder;
    private final int port;

    private PostgresServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** The URL of a new, empty database; the test is skipped where there is no PostgreSQL. */
    static String newDatabase() throws IOException, SQLException {
        Optional<PostgresServer> server = shared();
        Assumptions.assumeTrue(
                server.isPresent(),
                "no PostgreSQL here: initdb and postgres are neither on PATH nor in /usr/lib/postgresql/*/bin");
        return server.get().create("test_" + DATABASES.incrementAndGet());
    }

    /** The URL of a new database that holds what another one, to which nobody is connected, holds. */
    static String copyOf(String url) throws SQLException {
        PostgresServer server = shared.orElseThrow();
        String name = url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
        return server.create("test_" + DATABASES.incrementAndGet() + " template " + name);
    }

    private static synchronized Optional<PostgresServer> shared() throws IOException {
        if (shared == null) {
            Optional<Path> programs = programs();
            shared = programs.isEmpty() ? Optional.empty() : Optional.of(start(programs.get()));
        }
        return shared;
    }

    private static Optional<Path> programs() throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String each : System.getenv().getOrDefault("PATH", "").split(":")) {
            folders.add(Path.of(each));
        }
        Path packaged = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(packaged)) {
            try (Stream<Path> versions = Files.list(packaged)) {
                versions.sorted().forEach(version -> folders.add(version.resolve("bin")));
            }
        }
        return folders.stream()
                .filter(each ->
                        Files.isExecutable(each.resolve("initdb")) && Files.isExecutable(each.resolve("postgres")))
                .findFirst();
    }

    private static PostgresServer start(Path programs) throws IOException {
        Path folder = Files.createTempDirectory("a4j-postgres");
        List<String> user = user(folder);
        run(folder, user, programs.resolve("initdb") + " -D data -U a4j --auth=trust --no-sync -E UTF8 --locale=C");
        PostgresServer server = new PostgresServer(folder, freePort());
        // it ends and its files go when the pipe from this JVM ends, also if the JVM is killed
        String line = "trap '' INT; " + programs.resolve("postgres") + " -D data -c listen_addresses=127.0.0.1 -c port="
                + server.port
                + " -c unix_socket_directories='' -c fsync=off -c max_connections=50 >log 2>&1 & p=$!;"
                + " cat >/dev/null; kill -INT $p; wait $p; cd / && rm -rf \"$0\"";
        Process process = process(folder, user, line).redirectErrorStream(true).start();
        server.await(process);
        return server;
    }

    /** It refuses to be root; then it is somebody else, to whom the folder belongs. */
    private static List<String> user(Path folder) throws IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        Files.setOwner(
                folder, folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        return List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups");
    }

    private static ProcessBuilder process(Path folder, List<String> user, String line) {
        List<String> words = new ArrayList<>(user);
        words.addAll(List.of("sh", "-c", line, folder.toString()));
        return new ProcessBuilder(words).directory(folder.toFile());
    }

    private static void run(Path folder, List<String> user, String line) throws IOException {
        Path said = Files.createTempFile("a4j-initdb", ".log");
        Process process = process(folder, user, line)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            if (!process.waitFor(STARTS_WITHIN_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(line + ": " + Files.readString(said));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(said);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void await(Process process) throws IOException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(STARTS_WITHIN_SECONDS);
        while (true) {
            try (Connection ready = DriverManager.getConnection(url("postgres"))) {
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > until || !process.isAlive()) {
                    throw new IOException("no server: " + Files.readString(folder.resolve("log")), e);
                }
                pause(process);
            }
        }
    }

    private static void pause(Process process) throws IOException {
        try {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=a4j";
    }

    private String create(String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
        }
        return url(database.replaceFirst(" .*", ""));
    }
}
