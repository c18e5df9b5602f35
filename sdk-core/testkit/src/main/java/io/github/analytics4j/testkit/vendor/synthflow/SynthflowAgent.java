package io.github.analytics4j.testkit.vendor.synthflow;

import io.github.analytics4j.testkit.data.Rows;

/** An agent and its calls. */
public record SynthflowAgent(long seed, String modelId, String name, Rows calls) {}
