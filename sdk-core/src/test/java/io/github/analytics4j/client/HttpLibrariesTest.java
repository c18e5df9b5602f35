package io.github.analytics4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.child.ChildJvm;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Class paths as build tools make them, each in a process of its own. The old versions themselves are tried by {@code .ci/compatibility}. */
@Timeout(60)
class HttpLibrariesTest {
    private static final String ADVICE = " in your build (dependencyManagement of Maven, constraints of Gradle)";

    @TempDir
    Path folder;

    /** Opens a client in three ways, and prints what came of each. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) {
            attempt(() -> TestApi.client("http://127.0.0.1:1").build().close());
            attempt(() -> HttpPool.create().close());
            attempt(() -> HttpPool.httpClient(new OkHttpClient()).close());
        }

        private static void attempt(Runnable step) {
            try {
                step.run();
                System.out.println("opened");
            } catch (IllegalStateException e) {
                System.out.println(e.getMessage());
            } catch (LinkageError e) {
                System.out.println("in the user's own line: " + e);
            }
        }
    }

    @Test
    void rightVersions_open() throws Exception {
        assertThat(run(classPath())).containsExactly("opened", "opened", "opened");
    }

    @Test
    void oldOkHttpFirst_isNamedWithTheOtherJar() throws Exception {
        Path old = old("okhttp3", "Call", "public interface Call { Request request(); }");

        assertThat(sentence(behind(old)))
                .startsWith(
                        "analytics4j needs OkHttp 5.4 or newer before any older one on the class path (found, in this order: file:"
                                + old)
                .contains(
                        ", file:",
                        "okhttp-jvm-",
                        "): set com.squareup.okhttp3:okhttp and com.squareup.okhttp3:okhttp-jvm to 5.")
                .endsWith(ADVICE
                        + ", of which the first has no classes then; what was compiled for OkHttp 4 runs on it.");
    }

    @Test
    void oldOkHttpLast_opens() throws Exception {
        List<String> classPath = classPath();
        classPath.add(old("okhttp3", "Call", "public interface Call { Request request(); }")
                .toString());

        assertThat(run(classPath)).containsExactly("opened", "opened", "opened");
    }

    @Test
    void oldOkioFirst_isNamedWithTheOtherJar() throws Exception {
        Path old = old("okio", "Okio", "public final class Okio {}");

        assertThat(sentence(behind(old)))
                .startsWith(
                        "analytics4j needs Okio 3.18 or newer before any older one on the class path (found, in this order: file:"
                                + old)
                .contains(", file:", "okio-jvm-", "): set com.squareup.okio:okio and com.squareup.okio:okio-jvm to 3.")
                .endsWith(ADVICE + ", of which the first has no classes then.");
    }

    /** As Okio 3.16 is, in which OkHttp finds all but what pins a certificate, logs in at a proxy or caches. */
    @Test
    void okioThatLacksTheNewestMethods_isNamed() throws Exception {
        Path old = old("okio", "Okio", "public final class Okio {}");
        old("okio", "Socket", "public interface Socket {}");
        old("okio", "ByteString", "public class ByteString { public String base64() { return \"\"; } }");

        assertThat(sentence(behind(old)))
                .startsWith(
                        "analytics4j needs Okio 3.18 or newer before any older one on the class path (found, in this order: file:"
                                + old);
    }

    @Test
    void noKotlin_isSaid() throws Exception {
        List<String> classPath = classPath();
        assertThat(classPath.removeIf(part -> part.contains("kotlin-stdlib"))).isTrue();

        assertThat(sentence(classPath))
                .startsWith(
                        "analytics4j needs Kotlin 1.9 or newer before any older one on the class path (there is none): set"
                                + " org.jetbrains.kotlin:kotlin-stdlib to ")
                .endsWith(ADVICE + ".");
    }

    /** What a client and a pool say alike. */
    private static String sentence(List<String> classPath) throws Exception {
        List<String> printed = run(classPath);
        assertThat(printed).hasSize(3);
        assertThat(printed.get(1)).isEqualTo(printed.get(0));
        return printed.get(0);
    }

    private static List<String> classPath() {
        return new ArrayList<>(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
    }

    private static List<String> behind(Path first) {
        return Stream.concat(Stream.of(first.toString()), classPath().stream()).toList();
    }

    /** A folder with the class of a library as an older version may have it. */
    private Path old(String inPackage, String name, String type) throws Exception {
        Path source = Files.createDirectories(folder.resolve("source")).resolve(name + ".java");
        Files.writeString(source, "package " + inPackage + "; " + type);
        Path classes = Files.createDirectories(folder.resolve("old"));
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString());
        assertThat(compiled).isZero();
        return classes;
    }

    private static List<String> run(List<String> classPath) throws Exception {
        ChildJvm jvm = new ChildJvm(String.join(File.pathSeparator, classPath));
        Process process = new ProcessBuilder(jvm.command(List.of(), Program.class))
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return printed.lines().filter(line -> !line.startsWith("SLF4J")).toList();
    }
}
