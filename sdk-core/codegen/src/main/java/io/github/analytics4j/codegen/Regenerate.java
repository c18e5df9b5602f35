package io.github.analytics4j.codegen;

import io.github.analytics4j.codegen.model.SpecException;
import java.io.IOException;
import java.nio.file.Path;

/** Rewrites the generated sources of all modules from their specs. */
public final class Regenerate {

    private Regenerate() {}

    /** Takes the folder of the checkout; without it, the current one. */
    public static void main(String[] arguments) throws IOException {
        Modules modules = new Modules(Path.of(arguments.length == 0 ? "." : arguments[0]));
        for (String module : Modules.ALL) {
            try {
                System.out.println(module + ": " + modules.rewrite(module) + " file(s) changed");
            } catch (SpecException e) {
                System.err.println(module + " is left as it was. " + e.getMessage());
                throw e;
            }
        }
    }
}
