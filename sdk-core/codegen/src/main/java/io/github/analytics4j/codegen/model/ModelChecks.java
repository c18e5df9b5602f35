package io.github.analytics4j.codegen.model;

/** placeholder */
public final class ModelChecks {
    public ModelChecks(ApiModel m, Problems p) {}

    public void run() {}
}
