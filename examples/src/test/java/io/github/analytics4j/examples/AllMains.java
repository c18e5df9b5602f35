package io.github.analytics4j.examples;

import java.nio.file.Files;
import java.nio.file.Path;

/** A process that runs the {@code main} of each example named, with a folder of its own as its only argument if one is asked for. */
final class AllMains {
    private AllMains() {}

    public static void main(String[] examples) throws Exception {
        for (String example : examples) {
            System.out.println("=== " + example);
            Class.forName("io.github.analytics4j.examples." + example)
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments(example));
        }
    }

    private static String[] arguments(String example) throws Exception {
        if (!example.equals("RotateAKey")) {
            return new String[0];
        }
        Path file = Files.createTempFile("synaptiq", ".key");
        Files.writeString(file, System.getenv("SYNAPTIQ_API_KEY"));
        return new String[] {file.toString()};
    }
}
