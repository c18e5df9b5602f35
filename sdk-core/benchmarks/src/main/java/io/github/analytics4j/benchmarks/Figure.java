package io.github.analytics4j.benchmarks;

/** A figure that is measured, and the unit in which it is printed. */
enum Figure {
    HOT_WALL("hot wall", "ms"),
    HOT_CPU("hot CPU", "ms"),
    FIRST_WALL("first pass", "ms"),
    ALLOCATED("allocated a pass", "MB"),
    RESIDENT("peak resident", "MB"),
    COLD_START("cold start", "ms"),
    DECODING("a document", "µs"),
    GARBAGE("allocated", "KB"),
    JARS("class path", "MB"),
    PER_CALL("hot wall a call", "µs"),
    SPEED("pages a second", "1/s");

    private final String title;
    private final String unit;

    Figure(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    String title() {
        return title;
    }

    String unit() {
        return unit;
    }
}
