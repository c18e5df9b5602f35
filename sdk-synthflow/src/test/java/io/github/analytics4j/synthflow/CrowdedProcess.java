package io.github.analytics4j.synthflow;

import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.page.Walk;
import io.github.analytics4j.retry.RetryPolicy;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads far ahead where few files may be open, and asks once more when none is left. */
final class CrowdedProcess {
    private CrowdedProcess() {}

    public static void main(String[] args) throws IOException, ClassNotFoundException {
        loadOwnClasses();
        try (SynthflowClient client = client(args);
                Walk<Call> walk = client.calls()
                        .list(r -> r.modelId(args[2]).pageSize(20))
                        .prefetch(64)
                        .iterator()) {
            walk.forEachRemaining(call -> {});
            System.out.println("proven: " + walk.report().proven() + ", rows: "
                    + walk.report().rows());
        }
        System.out.println(failure("http://127.0.0.1:9", args));
        List<FileInputStream> open = new ArrayList<>();
        try {
            while (true) {
                open.add(new FileInputStream("/dev/null"));
            }
        } catch (IOException e) {
            String message = failure(args[0], args);
            for (FileInputStream file : open) {
                file.close();
            }
            System.out.println(message);
        }
    }

    /** A jar is one open file; in a build, each class is one of its own when it is loaded. */
    private static void loadOwnClasses() throws IOException, ClassNotFoundException {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path root = Path.of(entry);
            if (!Files.isDirectory(root) || entry.contains("test-classes")) {
                continue;
            }
            try (Stream<Path> files = Files.walk(root)) {
                for (String file :
                        files.map(found -> root.relativize(found).toString()).toList()) {
                    if (file.endsWith(".class") && !file.contains("module-info")) {
                        String name = file.substring(0, file.length() - 6).replace(File.separatorChar, '.');
                        Class.forName(name, false, CrowdedProcess.class.getClassLoader());
                    }
                }
            }
        }
    }

    private static SynthflowClient client(String... args) {
        return SynthflowClient.builder().baseUrl(args[0]).apiKey(args[1]).build();
    }

    private static String failure(String url, String... args) {
        try (SynthflowClient client = SynthflowClient.builder()
                .baseUrl(url)
                .apiKey(args[1])
                .retry(RetryPolicy.NONE)
                .build()) {
            return "" + client.analytics().export(r -> {});
        } catch (NoResponseException e) {
            return "" + e.getMessage();
        }
    }
}
