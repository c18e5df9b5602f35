package io.github.analytics4j.codegen;

import io.github.analytics4j.codegen.model.Problem;
import io.github.analytics4j.codegen.model.SpecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Rewrites the generated sources of all modules from their specs; if any spec has a mistake, none is touched. */
public final class Regenerate {

    private Regenerate() {}

    /** Takes the folder of the checkout; without it, the current one. Mistakes of the specs are printed, and end it with code 1. */
    public static void main(String[] arguments) throws IOException {
        Modules modules = new Modules(Path.of(arguments.length == 0 ? "." : arguments[0]));
        try {
            for (Map.Entry<String, Integer> each : run(modules).entrySet()) {
                System.out.println(each.getKey() + ": " + each.getValue() + " file(s) changed");
            }
        } catch (SpecException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Rewrites everything, the READMEs too; how many sources changed in each module. Refuses the mistakes of all specs together. */
    static Map<String, Integer> run(Modules modules) throws IOException {
        Map<String, SortedMap<String, String>> expected = new LinkedHashMap<>();
        List<Problem> mistakes = new ArrayList<>();
        for (String module : Modules.ALL) {
            try {
                expected.put(module, modules.expected(module));
            } catch (SpecException e) {
                mistakes.addAll(e.problems());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new SpecException(mistakes);
        }
        Map<String, Integer> changes = new LinkedHashMap<>();
        for (Map.Entry<String, SortedMap<String, String>> each : expected.entrySet()) {
            changes.put(each.getKey(), modules.rewrite(each.getKey(), each.getValue()));
            Files.writeString(modules.readme(each.getKey()), modules.expectedReadme(each.getKey()));
        }
        return changes;
    }
}
