package io.github.analytics4j.child;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Programs of the tests in JVMs of their own, which live for a second or two: they are started so that they cost little. */
public final class ChildJvm {
    /** Code that runs for a second is not worth more, nor are threads that collect a heap of some megabytes. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final List<String> quick = new ArrayList<>(SHORT_LIVED);
    private String classPath;

    /** A JVM as it comes, on a class path that a test makes. */
    public ChildJvm(String classPath) {
        this.classPath = classPath;
    }

    private static ChildJvm ofTest() {
        return new ChildJvm(System.getProperty("java.class.path"));
    }

    /** A program on the test's class path; not started yet. */
    public static ProcessBuilder program(List<String> options, Class<?> main, String... args) {
        return new ProcessBuilder(ofTest().command(options, main, args));
    }

    /**
     * A JVM for a program that is started so often that two preparations pay: DuckDB's driver, which else unpacks its 70 MB in each
     * process, finds its library in a file, and the classes that a first, whole run of the program has loaded come out of an archive.
     * Where either cannot be had, the JVM goes without.
     *
     * @param folder for what is prepared: to be kept while the program is started
     * @param options of the program's JVM
     */
    public static ChildJvm prepared(Path folder, List<String> options, Class<?> main, String... args)
            throws IOException, InterruptedException {
        ChildJvm jvm = ofTest();
        jvm.packClassPath(Files.createDirectories(folder));
        Path archive = folder.resolve("classes.jsa");
        List<String> first = new ArrayList<>(options);
        first.add("-XX:ArchiveClassesAtExit=" + archive);
        Process process = new ProcessBuilder(jvm.command(first, main, args))
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the first run failed: " + printed);
        }
        if (Files.exists(archive)) {
            Collections.addAll(jvm.quick, "-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off");
        }
        return jvm;
    }

    /** The words that start a program; options that are given win over those that make it cheap. */
    public List<String> command(List<String> options, Class<?> main, String... args) {
        return command(options, main.getName(), args);
    }

    /** The words that start a program, which need not be on the test's own class path. */
    public List<String> command(List<String> options, String main, String... args) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(quick);
        words.addAll(options);
        Collections.addAll(words, "-cp", classPath, main);
        Collections.addAll(words, args);
        return words;
    }

    /** An archive of classes takes them from jars alone. */
    private void packClassPath(Path folder) throws IOException {
        List<String> parts = new ArrayList<>();
        for (String part : classPath.split(File.pathSeparator)) {
            Path path = Path.of(part);
            Path jar = folder.resolve(parts.size() + ".jar");
            if (Files.isDirectory(path)) {
                packFolder(path, jar);
                parts.add(jar.toString());
            } else if (path.getFileName().toString().startsWith("duckdb_jdbc") && takeLibrary(path, folder)) {
                packWithoutLibraries(path, jar);
                parts.add(jar.toString());
                quick.add("-Djava.library.path=" + folder);
            } else if (Files.exists(path)) {
                parts.add(part);
            }
        }
        classPath = String.join(File.pathSeparator, parts);
    }

    private static ZipOutputStream zip(Path jar) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
        zip.setLevel(Deflater.NO_COMPRESSION);
        return zip;
    }

    private static void packFolder(Path from, Path jar) throws IOException {
        try (ZipOutputStream zip = zip(jar);
                Stream<Path> files = Files.walk(from)) {
            zip.putNextEntry(new ZipEntry("META-INF/")); // a jar with nothing in it is none
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(from.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
    }

    /** Lays the library of this machine where the driver looks for it if its jar has none; false if there is none for it. */
    private static boolean takeLibrary(Path driver, Path folder) throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String kind = system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "macos" : "linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        try (ZipFile jar = new ZipFile(driver.toFile())) {
            ZipEntry library = jar.getEntry("libduckdb_java.so_" + kind + "_" + processor);
            if (library == null) {
                return false;
            }
            try (InputStream in = jar.getInputStream(library)) {
                Files.copy(in, folder.resolve(System.mapLibraryName("duckdb_java")));
            }
            return true;
        }
    }

    private static void packWithoutLibraries(Path driver, Path jar) throws IOException {
        try (ZipFile whole = new ZipFile(driver.toFile());
                ZipOutputStream zip = zip(jar)) {
            for (Enumeration<? extends ZipEntry> all = whole.entries(); all.hasMoreElements(); ) {
                ZipEntry each = all.nextElement();
                if (!each.isDirectory() && !each.getName().startsWith("libduckdb_java.so")) {
                    zip.putNextEntry(new ZipEntry(each.getName()));
                    try (InputStream in = whole.getInputStream(each)) {
                        in.transferTo(zip);
                    }
                }
            }
        }
    }
}
