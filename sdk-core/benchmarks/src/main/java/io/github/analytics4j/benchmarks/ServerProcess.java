package io.github.analytics4j.benchmarks;

import io.github.analytics4j.benchmarks.server.PageServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The server in its own process; it ends with this object, or with this process. */
final class ServerProcess implements AutoCloseable {
    /** How a list is reached. */
    enum Wire {
        HTTP,
        HTTPS,
        /** Where the client speaks it too. */
        HTTPS_HTTP2
    }

    private final Process process;
    private final Map<Wire, String> addresses;
    private final Path trustStore;

    private ServerProcess(Process process, String[] addresses, Path trustStore) {
        this.process = process;
        this.addresses = Map.of(Wire.HTTP, addresses[0], Wire.HTTPS, addresses[1], Wire.HTTPS_HTTP2, addresses[2]);
        this.trustStore = trustStore;
    }

    static ServerProcess start(String classPath) throws IOException {
        Path trustStore = Files.createTempFile("benchmarks", ".jks");
        Process process = new ProcessBuilder(List.of(
                        Fork.javaCommand(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:MaxDirectMemorySize=8g",
                        "-cp",
                        classPath,
                        PageServer.class.getName(),
                        trustStore.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new ServerProcess(process, out.readLine().split(" "), trustStore);
    }

    /** The certificates that a client at an https address has to trust. */
    Path trustStore() {
        return trustStore;
    }

    /** A list of so many calls at an http address, each page answered after a delay; rendered when this returns. */
    URI list(long calls, int delayMillis, String dialect) throws IOException {
        return list(Wire.HTTP, calls, delayMillis, dialect);
    }

    /** As {@link #list(long, int, String)}, at an address of this kind. */
    URI list(Wire wire, long calls, int delayMillis, String dialect) throws IOException {
        String rows = "/c/" + calls + "/";
        URI.create(at(Wire.HTTP) + rows + "0/" + dialect + "/?limit=1")
                .toURL()
                .openStream()
                .close();
        return URI.create(at(wire) + rows + delayMillis + "/" + dialect);
    }

    private String at(Wire wire) {
        return Objects.requireNonNull(addresses.get(wire));
    }

    /** A file of so many bytes. */
    URI file(long bytes) {
        return URI.create(at(Wire.HTTP) + "/f/" + bytes);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        Files.delete(trustStore);
    }
}
