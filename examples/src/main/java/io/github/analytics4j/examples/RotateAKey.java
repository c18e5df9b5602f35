package io.github.analytics4j.examples;

import io.github.analytics4j.synaptiq.Summary;
import io.github.analytics4j.synaptiq.SynaptiqClient;
import io.github.analytics4j.testkit.Sandbox;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How do I replace a key without a restart? Give a supplier instead of a key. It is asked before the first request and again when the
 * server refused the key, once for all calls; the request is sent again with the new key.
 */
public final class RotateAKey {
    private RotateAKey() {}

    /** The argument is the file that holds the key: a mounted secret, for instance. */
    public static void main(String[] args) throws IOException {
        try (Accounts accounts = Accounts.open()) {
            run(accounts, args.length > 0 ? Path.of(args[0]) : Files.createTempFile("synaptiq", ".key"), System.out);
        }
    }

    static void run(Accounts accounts, Path file, PrintStream out) throws IOException {
        Optional<Sandbox> sandbox = accounts.sandbox();
        if (sandbox.isPresent()) {
            Files.writeString(file, sandbox.get().synaptiq().apiKey());
        } else if (Files.size(file) == 0) {
            out.println("name a file that holds the key, as the argument");
            return;
        }
        try (SynaptiqClient synaptiq =
                accounts.synaptiq().apiKey(() -> read(file, out)).build()) {
            print("with the first key", synaptiq, out);
            if (sandbox.isPresent()) {
                String next = "sk_test_the_next_0sandbox";
                sandbox.get().synaptiq().rotateKey(next); // at the vendor
                Files.writeString(file, next); // and here
            }
            print("with the next key", synaptiq, out);
            print("and once more", synaptiq, out);
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
