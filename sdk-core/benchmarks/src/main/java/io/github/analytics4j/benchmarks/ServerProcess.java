package io.github.analytics4j.benchmarks;

import io.github.analytics4j.benchmarks.server.PageServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The server in its own process; it ends with this object, or with this process. */
final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final String address;

    private ServerProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static ServerProcess start(String classPath) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Fork.javaCommand(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:MaxDirectMemorySize=4g",
                        "-cp",
                        classPath,
                        PageServer.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new ServerProcess(process, out.readLine());
    }

    /** A list of so many calls, each page answered after a delay; rendered when this returns. */
    URI list(long calls, int delayMillis, String dialect) throws IOException {
        String rows = address + "/c/" + calls + "/";
        URI.create(rows + "0/" + dialect + "/?limit=1").toURL().openStream().close();
        return URI.create(rows + delayMillis + "/" + dialect);
    }

    /** A file of so many bytes. */
    URI file(long bytes) {
        return URI.create(address + "/f/" + bytes);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
