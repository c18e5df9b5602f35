package io.github.analytics4j.codegen;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles generated sources against the core with every warning on, and calls what came out. */
final class CompiledSources implements AutoCloseable {

    private final URLClassLoader loader;
    private final List<String> warnings;

    private CompiledSources(URLClassLoader loader, List<String> warnings) {
        this.loader = loader;
        this.warnings = warnings;
    }

    /** Compiles files by path; fails on an error. */
    static CompiledSources compile(Map<String, String> files, Path output) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<Source> sources = new ArrayList<>();
        files.forEach((path, text) -> sources.add(new Source(path, text)));
        List<String> options = List.of(
                "-d",
                output.toString(),
                "-proc:none",
                "-parameters",
                "-Xlint:all,-processing,-classfile,-path",
                "-Xdoclint:all,-missing/public");
        boolean compiled = compiler.getTask(null, null, diagnostics, options, null, sources)
                .call();
        List<String> messages = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> each : diagnostics.getDiagnostics()) {
            messages.add(each.getKind() + " " + each.getSource() + ":" + each.getLineNumber() + " "
                    + each.getMessage(Locale.ROOT));
        }
        if (!compiled) {
            throw new AssertionError(String.join("\n", messages));
        }
        URL[] classes = {output.toUri().toURL()};
        return new CompiledSources(new URLClassLoader(classes, CompiledSources.class.getClassLoader()), messages);
    }

    List<String> warnings() {
        return warnings;
    }

    Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(name, true, loader);
    }

    /** Decodes a record and encodes it again. */
    String roundTrip(String type, String json) throws ReflectiveOperationException {
        Object decoded = decode(type, json);
        return (String) decoded.getClass().getMethod("toJson").invoke(decoded);
    }

    Object decode(String type, String json) throws ReflectiveOperationException {
        try {
            return type(type).getMethod("fromJson", String.class).invoke(null, json);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        @Override
        public String toString() {
            return toUri().getPath();
        }
    }
}
