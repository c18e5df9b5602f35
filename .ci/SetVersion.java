import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets the version of this project wherever a file names it: POMs, and what users copy from pages and scripts. With a folder alone it
 * changes nothing, prints each place that has another version than the root POM, and ends with 1 if there is one.
 */
final class SetVersion {
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+(?:-SNAPSHOT)?");

    /** Coordinates of ours, names of our jars, and any snapshot, since nobody else's is used here. */
    private static final Pattern PLACE = Pattern.compile("(?:<artifactId>analytics4j-[a-z0-9.-]+</artifactId>\\s*<version>"
            + "|<analytics4j\\.version>|\\banalytics4j-[a-z]+(?:-|:|:jar:))" + VERSION + "|\\b\\d+\\.\\d+\\.\\d+-SNAPSHOT\\b");

    /** Folders of what is built, and of tools. */
    private static final Set<String> LEFT_OUT = Set.of("target", ".git", ".idea", ".vscode", ".settings");

    private final Path root;

    private SetVersion(Path root) {
        this.root = root;
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 1 || args.length > 2 || args.length == 2 && !VERSION.matcher(args[1]).matches()) {
            System.err.println("usage: java .ci/SetVersion.java FOLDER [VERSION]; a version is three numbers, and may end with -SNAPSHOT");
            System.exit(2);
        }
        SetVersion files = new SetVersion(Path.of(args[0]).toAbsolutePath().normalize());
        if (args.length == 2) {
            System.out.println(files.set(args[1]) + " files have the version " + args[1]);
        } else {
            List<String> others = files.others();
            others.forEach(System.err::println);
            System.exit(others.isEmpty() ? 0 : 1);
        }
    }

    private int set(String version) throws IOException {
        TreeMap<Path, String> texts = texts();
        for (var each : texts.entrySet()) {
            String text = PLACE.matcher(each.getValue())
                    .replaceAll(place -> Matcher.quoteReplacement(prefix(place.group()) + version));
            if (!text.equals(each.getValue())) {
                Files.writeString(each.getKey(), text, StandardCharsets.ISO_8859_1);
            }
        }
        return texts.size();
    }

    private List<String> others() throws IOException {
        TreeMap<Path, String> texts = texts();
        Matcher own = PLACE.matcher(texts.getOrDefault(root.resolve("pom.xml"), ""));
        if (!own.find()) {
            return List.of("pom.xml names no version of this project");
        }
        String version = own.group().substring(prefix(own.group()).length());
        List<String> others = new ArrayList<>();
        texts.forEach((file, text) -> PLACE.matcher(text).results().forEach(place -> {
            String found = place.group().substring(prefix(place.group()).length());
            if (!found.equals(version)) {
                long line = text.substring(0, place.end()).chars().filter(c -> c == '\n').count() + 1;
                others.add(root.relativize(file) + ":" + line + " has " + found + ", the root POM " + version
                        + ": run java .ci/SetVersion.java . " + version);
            }
        }));
        return others;
    }

    /** The text of a place before its version. */
    private static String prefix(String place) {
        return place.replaceFirst(VERSION + "$", "");
    }

    /** The files that name a version, each byte a character, so that no byte changes that is not meant to. */
    private TreeMap<Path, String> texts() throws IOException {
        TreeMap<Path, String> texts = new TreeMap<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean left = !folder.equals(root) && LEFT_OUT.contains(folder.getFileName().toString());
                return left ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    if (PLACE.matcher(text).find()) {
                        texts.put(file, text);
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return texts;
    }
}
