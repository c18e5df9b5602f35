import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Looks into a bundle for Maven Central: every artifact with POM, jar, sources, Javadoc, bill of materials, checksums and signatures, what a POM must
 * say, what a jar must hold. Prints the listing, and every mistake; ends with 1 if there is one.
 */
final class BundleCheck {
    private static final List<String> JARS =
            List.of("core", "testkit", "synthflow", "synaptiq", "voisnap", "callops", "duckdb", "export", "spring", "spark", "cli");
    private static final List<String> POM_ELEMENTS =
            List.of("name", "description", "url", "licenses", "developers", "scm");

    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<String> mistakes = new ArrayList<>();
    private final String version;
    private final boolean signed;

    private BundleCheck(String version, boolean signed) {
        this.version = version;
        this.signed = signed;
    }

    public static void main(String[] args) throws Exception {
        BundleCheck check = new BundleCheck(args[1], args[2].equals("0"));
        check.read(args[0]);
        check.files.forEach((name, bytes) -> System.out.println(bytes.length + "\t" + name));
        check.run();
        check.mistakes.forEach(mistake -> System.err.println("bundle: " + mistake));
        System.out.println("bundle: " + check.files.size() + " files, " + check.mistakes.size() + " mistakes"
                + (check.signed ? "" : ", not signed"));
        System.exit(check.mistakes.isEmpty() ? 0 : 1);
    }

    /** The index that the deploy plugin writes for a repository of its own is none of a bundle's files. */
    private void read(String folder) throws IOException {
        Path root = Path.of(folder);
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(path).toString().replace('\\', '/');
                if (!name.contains("/maven-metadata.xml")) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        }
    }

    private void run() throws Exception {
        for (String module : JARS) {
            String base = base(module);
            pom(base + ".pom");
            jar(base + ".jar");
            exists(base + "-sources.jar");
            javadoc(base + "-javadoc.jar");
            exists(base + "-cyclonedx.json");
        }
        pom(base("bom") + ".pom");
        bom(text(base("bom") + ".pom"));
        for (String name : List.copyOf(files.keySet())) {
            if (!name.matches(".*\\.(md5|sha1|sha256|sha512|asc)")) {
                checksum(name, "md5", "MD5");
                checksum(name, "sha1", "SHA-1");
                mistake(signed && !files.containsKey(name + ".asc"), name + " is not signed");
            }
            boolean ours = JARS.stream().anyMatch(module -> name.startsWith(folder(module)))
                    || name.startsWith(folder("bom"));
            mistake(!ours, name + " is not to be published");
        }
    }

    private String folder(String module) {
        return "io/github/analytics4j/analytics4j-" + module + "/" + version + "/";
    }

    private String base(String module) {
        return folder(module) + "analytics4j-" + module + "-" + version;
    }

    private String text(String name) {
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private void exists(String name) {
        mistake(!files.containsKey(name), name + " is missing");
    }

    private void pom(String name) {
        exists(name);
        String pom = text(name);
        for (String element : POM_ELEMENTS) {
            mistake(!pom.contains("<" + element + ">"), name + " has no " + element);
        }
        mistake(pom.contains("SNAPSHOT"), name + " names a snapshot");
        mistake(pom.contains("${"), name + " has a property that is not resolved");
        mistake(pom.contains("<parent>"), name + " has a parent, which is not published");
        mistake(pom.contains("<scope>test</scope>"), name + " has dependencies of tests");
    }

    private void bom(String pom) {
        for (String module : JARS) {
            mistake(!pom.contains("<artifactId>analytics4j-" + module + "</artifactId>"), "the BOM lacks " + module);
        }
        mistake(
                Pattern.compile("<groupId>(?!io\\.github\\.analytics4j<)").matcher(pom).find(),
                "the BOM pins what is not ours");
    }

    private void jar(String name) throws IOException {
        exists(name);
        Map<String, byte[]> entries = entries(name);
        for (String entry : List.of("META-INF/LICENSE", "META-INF/NOTICE")) {
            mistake(!entries.containsKey(entry), name + " has no " + entry);
        }
        String manifest = new String(
                entries.getOrDefault("META-INF/MANIFEST.MF", new byte[0]), StandardCharsets.UTF_8);
        mistake(
                !entries.containsKey("module-info.class") && !manifest.contains("Automatic-Module-Name: "),
                name + " has neither a module descriptor nor the name of an automatic module");
    }

    /** It begins with the module's page; a plain list of classes has no heading with an anchor. */
    private void javadoc(String name) throws IOException {
        exists(name);
        String index = new String(entries(name).getOrDefault("index.html", new byte[0]), StandardCharsets.UTF_8);
        mistake(!index.contains("<h1 id=\""), name + " has no overview");
    }

    private Map<String, byte[]> entries(String name) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        byte[] jar = files.get(name);
        if (jar != null) {
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return entries;
    }

    private void checksum(String name, String suffix, String algorithm) throws Exception {
        String expected = HexFormat.of()
                .formatHex(MessageDigest.getInstance(algorithm).digest(files.get(name)));
        mistake(!text(name + "." + suffix).strip().equals(expected), name + "." + suffix + " is missing or wrong");
    }

    private void mistake(boolean is, String text) {
        if (is) {
            mistakes.add(text);
        }
    }
}
