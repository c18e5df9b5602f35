package io.github.analytics4j.testkit;

/** An agent and its calls. */
record SynthflowAgent(long seed, String modelId, String name, RowLog calls) {}
