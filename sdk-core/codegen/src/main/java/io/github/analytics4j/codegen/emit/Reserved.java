package io.github.analytics4j.codegen.emit;

import java.util.Set;
import java.util.TreeSet;

/** Names that generated code needs for itself or that Java keeps from records. */
final class Reserved {

    /** Not allowed as record components (JLS 8.10.1). */
    private static final Set<String> RECORD =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    /** Components of a response record. */
    static final Set<String> RESPONSE = with(RECORD, "unexpected", "toJson", "fromJson");

    /** Components of a request record, which are methods of its builder as well. */
    static final Set<String> REQUEST =
            with(RECORD, "options", "builder", "toBuilder", "of", "build", "extraQuery", "extraHeader", "with");

    /** Constants of a record's codec, and the variables beside them. */
    static final Set<String> CODEC = Set.of("INSTANCE", "BUILDER", "FIELDS", "in", "out", "v");

    /** Constants of an enum. */
    static final Set<String> CONSTANTS = Set.of("TYPE", "UNRECOGNIZED");

    /** Methods of an API interface. */
    static final Set<String> API =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    /** Classes of java.lang that generated code names, and the nested classes of generated ones. */
    static final Set<String> CLASSES = Set.of(
            "Builder",
            "Codec",
            "Body",
            "Known",
            "Object",
            "String",
            "Long",
            "Integer",
            "Double",
            "Boolean",
            "Record",
            "Enum",
            "Override",
            "SuppressWarnings",
            "UnsupportedOperationException",
            "Iterable",
            "Comparable",
            "Number",
            "Math",
            "Void",
            "Class",
            "Throwable",
            "Exception",
            "RuntimeException",
            "Error",
            "System",
            "Thread",
            "Character");

    private Reserved() {}

    private static Set<String> with(Set<String> names, String... more) {
        Set<String> all = new TreeSet<>(names);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }
}
