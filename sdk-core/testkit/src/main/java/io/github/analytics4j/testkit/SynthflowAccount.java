package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.data.Noise;
import io.github.analytics4j.testkit.server.Env;
import io.github.analytics4j.testkit.vendor.synthflow.CallAgent;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * A Synthflow account in a region: a key of its own, and agents that no other key sees. A key of another region is
 * refused as a wrong one is. Thread-safe.
 */
public final class SynthflowAccount {
    private static final double MILLIS_A_DAY = 86_400_000;

    private final Env env;
    private final Supplier<URI> origin;
    private final String name;
    private final String region;
    private final long seed;
    private final List<SynthflowAgent> agents = new CopyOnWriteArrayList<>();
    private volatile String apiKey;
    // Those that were removed are still here, so that no two ever share a seed.
    private final List<SynthflowAgent> all = new ArrayList<>();
    private String firstKey;

    SynthflowAccount(Env env, Supplier<URI> origin, String name, String region, long seed, String apiKey) {
        this.env = env;
        this.origin = origin;
        this.name = name;
        this.region = region;
        this.seed = seed;
        this.firstKey = apiKey;
        this.apiKey = apiKey;
    }

    /** {@return the name it was added by} */
    public String name() {
        return name;
    }

    /** {@return the region, or empty for the one that {@link SynthflowSandbox#baseUrl()} leads to} */
    public String region() {
        return region;
    }

    /** {@return what a client is configured with to reach the account's region} */
    public URI baseUrl() {
        return URI.create(origin.get() + (region.isEmpty() ? "" : "/" + region) + "/v2");
    }

    /** {@return the key that is accepted now} */
    public String apiKey() {
        return apiKey;
    }

    /**
     * Changes the key.
     *
     * @param newKey the only one that is accepted from now on
     */
    public void rotateKey(String newKey) {
        apiKey = VendorSandbox.checkedKey(newKey);
    }

    /** {@return its agents, in the order they were added} */
    public List<SynthflowAgent> agents() {
        return List.copyOf(agents);
    }

    /**
     * {@return the agent of an id}
     *
     * @param modelId one of this account's
     * @throws IllegalArgumentException if there is none
     */
    public SynthflowAgent agent(String modelId) {
        return agents.stream()
                .filter(agent -> agent.modelId().equals(modelId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the account " + name + " has no agent " + modelId));
    }

    /**
     * Adds an agent whose calls come about every ninety seconds.
     *
     * @param agentName shown with its calls
     * @param calls it has until now
     * @return the agent
     */
    public SynthflowAgent addAgent(String agentName, long calls) {
        return addAgent(agentName, calls, usualPace(calls));
    }

    /**
     * Adds an agent.
     *
     * @param agentName shown with its calls
     * @param calls it has until now
     * @param callsPerDay on an average day
     * @return the agent
     */
    public synchronized SynthflowAgent addAgent(String agentName, long calls, double callsPerDay) {
        SandboxSettings.size("calls", calls);
        SandboxSettings.pace(callsPerDay);
        long agentSeed = Noise.mix(seed, ("agent " + all.size()).hashCode());
        SynthflowAgent agent =
                new SynthflowAgent(CallAgent.of(agentSeed, seed, agentName, env.timeline, calls, callsPerDay));
        agents.add(agent);
        all.add(agent);
        return agent;
    }

    /**
     * Removes an agent, and its calls with it.
     *
     * @param modelId one of this account's
     * @throws IllegalArgumentException if there is none
     */
    public void removeAgent(String modelId) {
        agents.remove(agent(modelId));
    }

    /** The key it begins with and comes back to. */
    synchronized void startWith(String key) {
        firstKey = key;
        apiKey = key;
    }

    /** As at first, with so many agents. */
    synchronized void reset(int agentsAtFirst) {
        apiKey = firstKey;
        agents.clear();
        agents.addAll(all.subList(0, agentsAtFirst));
        all.subList(agentsAtFirst, all.size()).clear();
        agents.forEach(agent -> agent.agent.calls().reset());
    }

    List<CallAgent> callAgents() {
        return agents.stream().map(agent -> agent.agent).toList();
    }

    /** Calls on an average day: one about every ninety seconds, and more in a log that would be of five years. */
    static double usualPace(long calls) {
        return MILLIS_A_DAY / Math.min(90_000, 5 * 365 * MILLIS_A_DAY / Math.max(1, calls));
    }
}
