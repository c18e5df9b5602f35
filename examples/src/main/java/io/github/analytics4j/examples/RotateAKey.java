package io.github.analytics4j.examples;

import io.github.analytics4j.synaptiq.Summary;
import io.github.analytics4j.synaptiq.SynaptiqClient;
import io.github.analytics4j.testkit.Sandbox;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How do I replace a key without a restart? Give a supplier instead of a key. It is asked before the first request and again when the
 * server refused the key, once for all calls; the request is sent again with the new key.
 */
public final class RotateAKey {
    private RotateAKey() {}

    /** With the name of a file that holds the key of a real account, else on the sandbox. */
    public static void main(String[] args) throws IOException {
        if (args.length > 0) {
            Path file = Path.of(args[0]);
            show(SynaptiqClient.builder().fromEnv().apiKey(() -> read(file, System.out)), System.out);
        } else {
            try (Sandbox sandbox = Sandbox.start()) {
                run(sandbox, Files.createTempFile("synaptiq", ".key"), System.out);
            }
        }
    }

    static void run(Sandbox sandbox, Path file, PrintStream out) throws IOException {
        Files.writeString(file, sandbox.synaptiq().apiKey());
        SynaptiqClient.Builder client =
                SynaptiqClient.builder().baseUrl(sandbox.synaptiq().baseUrl()).apiKey(() -> read(file, out));
        try (SynaptiqClient synaptiq = client.build()) {
            print("with the first key", synaptiq, out);
            String next = "sk_test_the_next_0sandbox";
            sandbox.synaptiq().rotateKey(next); // at the vendor
            Files.writeString(file, next); // and here: a vault, a mounted secret
            print("with the next key", synaptiq, out);
            print("and once more", synaptiq, out);
        }
        Files.delete(file);
    }

    private static void show(SynaptiqClient.Builder client, PrintStream out) {
        try (SynaptiqClient synaptiq = client.build()) {
            print("with the key of the file", synaptiq, out);
        }
    }

    private static void print(String when, SynaptiqClient synaptiq, PrintStream out) {
        Summary summary = synaptiq.analytics().overview(r -> {}).summary();
        out.printf("%s: %d conversations, %d leads%n", when, summary.totalConversations(), summary.totalLeads());
    }

    private static String read(Path file, PrintStream out) {
        out.println("the key is read from the file");
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
