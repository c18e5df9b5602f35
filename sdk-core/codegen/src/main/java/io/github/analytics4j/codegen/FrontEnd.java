package io.github.analytics4j.codegen;

import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.Problems;
import java.io.IOException;
import java.nio.file.Path;

/** Reads the spec of one API, whatever it is written in, into the model. */
public interface FrontEnd {

    /** Whether this front end is the one for what lies in a module's {@code src/spec}. */
    boolean accepts(Path specDirectory);

    /**
     * Reads the spec. Every mistake goes to {@code problems} and reading goes on, so that all are reported together; with any
     * mistake reported the returned model may lack what could not be understood and is not to be used.
     */
    ApiModel read(Path specDirectory, Problems problems) throws IOException;

    /** How messages and headers name a file of a spec: in a module by module, src, spec, file; elsewhere by its name. */
    static String shown(Path file) {
        Path path = file.toAbsolutePath().normalize();
        int parts = path.getNameCount();
        boolean inModule = parts >= 4 && path.subpath(parts - 3, parts - 1).equals(Path.of("src", "spec"));
        return path.subpath(inModule ? parts - 4 : parts - 1, parts).toString().replace('\\', '/');
    }
}
