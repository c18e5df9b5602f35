package io.github.analytics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The executable jar and its launcher; run by the build once the jar is there. */
class ExecutableJarCheck {
    private static final Path LAUNCHER = Path.of("src/main/bin/analytics4j").toAbsolutePath();

    private static final String CACHE = "cache of mine"; // with blanks, as in a home directory of a full name

    @TempDir
    Path folder;

    private Path jar;

    @BeforeEach
    void find() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell");
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            jar = files.filter(file -> file.toString().endsWith("-all.jar"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
    }

    private Child.Result run(String line) throws Exception {
        Map<String, String> environment = Map.of(
                "ANALYTICS4J_JAR",
                jar.toString(),
                "JAVA_HOME",
                System.getProperty("java.home"),
                "XDG_CACHE_HOME",
                folder.resolve(CACHE).toString());
        return Child.run(folder, environment, line.replace("launcher", "'" + LAUNCHER + "'"));
    }

    @Test
    void jar_isOneProgramWithAllApis() throws Exception {
        Child.Result result = run("\"$JAVA_HOME\"/bin/java -jar \"$ANALYTICS4J_JAR\" tables | cut -d_ -f1 | sort -u");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("callops\nsynaptiq\nsynthflow\nvoisnap\n");
    }

    @Test
    void jar_hasTheLicencesOfWhatIsInIt() throws IOException {
        try (JarFile opened = new JarFile(jar.toFile())) {
            assertThat(opened.getEntry("META-INF/LICENSE")).isNotNull();
            assertThat(opened.getEntry("META-INF/THIRD-PARTY.md")).isNotNull();
            assertThat(opened.getEntry("module-info.class")).isNull();
            assertThat(opened.getManifest().getMainAttributes().getValue("Multi-Release"))
                    .isEqualTo("true");
        }
    }

    @Test
    void launcher_makesAnArchiveOnceAndUsesIt() throws Exception {
        assumeTrue(
                jar.toUri().getRawPath().equals(jar.toString()),
                "Java archives no classes of a jar whose path has blanks or letters beyond ASCII");
        String line = "launcher synthflow calls list --sandbox --max-rows 2 --format csv --columns call_id";
        Child.Result first = run(line);
        List<Path> archives = archives();
        Child.Result second = run("ANALYTICS4J_OPTS=-Xlog:class+load:file=loaded " + line);

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).hasLineCount(3);
        assertThat(archives).hasSize(1);
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(archives()).isEqualTo(archives);
        assertThat(Files.readString(folder.resolve("loaded")))
                .containsPattern("io\\.github\\.analytics4j\\.cli\\.Main source: shared objects file");
    }

    @Test
    void launcher_twoJarsInTurn_eachKeepsItsArchive_oldOnesGo() throws Exception {
        assertThat(run("launcher --version").code()).isZero();
        List<Path> first = archives();
        Path forgotten = Files.writeString(first.get(0).resolveSibling("1.jsa"), "of a jar that is gone");
        Files.setLastModifiedTime(forgotten, FileTime.from(Instant.now().minus(Duration.ofDays(40))));
        assertThat(run("cp \"$ANALYTICS4J_JAR\" other.jar && ANALYTICS4J_JAR=other.jar launcher --version")
                        .code())
                .isZero();

        assertThat(archives()).hasSize(2).containsAll(first).doesNotContain(forgotten);
    }

    @Test
    void launcher_withoutPlaceForAnArchive_runs() throws Exception {
        Files.writeString(folder.resolve("file"), "");
        Child.Result result = run("XDG_CACHE_HOME=$PWD/file launcher --version");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).startsWith("analytics4j ");
        assertThat(result.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LC_ALL=C", "LC_ALL= LC_CTYPE= LANG=", "LC_ALL=POSIX"})
    void launcher_localeOfAscii_readsWordsInUtf8(String locale) throws Exception {
        Child.Result result =
                run(locale + " launcher synthflow calls list --sandbox --max-rows 1 --out $'r\\xc3\\xa9.csv'");

        assertThat(result.code()).as(result.err()).isZero();
    }

    @Test
    void launcher_withoutJava_saysSo() throws Exception {
        String tools =
                "mkdir tools; for tool in dirname readlink ls cksum tr stty; do cp $(command -v $tool) tools/; done;";
        Child.Result result = run(tools + " JAVA_HOME= PATH=$PWD/tools launcher --version");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo("analytics4j: there is no Java: install Java 17 or later, or set JAVA_HOME\n");
    }

    @Test
    void launcher_throughALink_findsTheJarBesideIt() throws Exception {
        Files.createDirectory(folder.resolve("lib"));
        Files.copy(jar, folder.resolve("lib/analytics4j.jar"));
        Files.copy(LAUNCHER, folder.resolve("lib/analytics4j"));
        Child.Result result = run(
                "chmod +x lib/analytics4j; ln -s lib/analytics4j linked; ANALYTICS4J_JAR= ANALYTICS4J_ARCHIVE=off ./linked --version");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).startsWith("analytics4j 0.");
    }

    @Test
    void sql_withoutTheDriver_saysWhatToFetchAndWhere() throws Exception {
        Child.Result result = run("launcher sql 'select 1 as a'");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .hasLineCount(1)
                .startsWith("analytics4j: sql needs DuckDB's driver, which is not there: fetch duckdb_jdbc-")
                .endsWith(" and put it into " + jar.getParent() + "\n");
        assertThat(run("launcher --help").out()).contains("  sql  ");
    }

    @Test
    void sql_withTheDriverBesideTheJar_runsByLauncherAndByJar() throws Exception {
        Path driver = Path.of(Class.forName("org.duckdb.DuckDBDriver")
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Files.copy(jar, folder.resolve("analytics4j.jar"));
        Path link = Files.createSymbolicLink(folder.resolve(driver.getFileName()), driver);
        String query =
                " sql \"select count(*) as calls from synthflow_calls(model_id := getvariable('synthflow_model_id'))"
                        + "\" --sandbox";
        Child.Result launched = run("ANALYTICS4J_JAR=$PWD/analytics4j.jar launcher" + query);
        Child.Result byJar = run("\"$JAVA_HOME\"/bin/java -jar analytics4j.jar" + query);
        Files.delete(link); // JUnit warns of links that lead out of its folder

        assertThat(launched.code()).as(launched.err()).isZero();
        assertThat(launched.out()).matches("\\{\"calls\":[1-9]\\d*}\n");
        assertThat(byJar.out()).as(byJar.err()).isEqualTo(launched.out());
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(CACHE).resolve("analytics4j"))) {
            return files.toList();
        }
    }
}
