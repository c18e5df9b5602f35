package io.github.analytics4j.codegen;

import io.github.analytics4j.codegen.model.SpecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/** Rewrites the generated sources of all modules from their specs; if any spec has a mistake, none is touched. */
public final class Regenerate {

    private Regenerate() {}

    /** Takes the folder of the checkout; without it, the current one. */
    public static void main(String[] arguments) throws IOException {
        Modules modules = new Modules(Path.of(arguments.length == 0 ? "." : arguments[0]));
        for (Map.Entry<String, Integer> each : run(modules).entrySet()) {
            System.out.println(each.getKey() + ": " + each.getValue() + " file(s) changed");
        }
    }

    /** Rewrites everything, the READMEs too; how many sources changed in each module. */
    static Map<String, Integer> run(Modules modules) throws IOException {
        Map<String, SortedMap<String, String>> expected = new LinkedHashMap<>();
        SpecException refused = null;
        for (String module : Modules.ALL) {
            try {
                expected.put(module, modules.expected(module));
            } catch (SpecException e) {
                System.err.println(module + ": " + e.getMessage());
                refused = e;
            }
        }
        if (refused != null) {
            throw refused;
        }
        Map<String, Integer> changes = new LinkedHashMap<>();
        for (Map.Entry<String, SortedMap<String, String>> each : expected.entrySet()) {
            changes.put(each.getKey(), modules.rewrite(each.getKey(), each.getValue()));
            Files.writeString(modules.readme(each.getKey()), modules.expectedReadme(each.getKey()));
        }
        return changes;
    }
}
