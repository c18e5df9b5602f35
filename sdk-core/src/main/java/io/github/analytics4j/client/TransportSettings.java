package io.github.analytics4j.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a transport is told by its client.
 *
 * @param baseUrl what the paths of operations are below, checked already
 * @param attemptTimeout for one attempt, body included
 * @param deadline for a whole call, waits included; null for none
 * @param strict whether a deviation from the spec is a failure
 * @param listeners who hears what calls do
 * @param stages the behaviours around attempts, outermost first
 */
public record TransportSettings(
        URI baseUrl,
        Credentials credentials,
        Duration attemptTimeout,
        @Nullable Duration deadline,
        ResponseLimits limits,
        boolean strict,
        ApiProfile profile,
        List<ClientListener> listeners,
        List<CallStage> stages,
        TimeSource time) {

    /** Keeps its own copies. */
    public TransportSettings {
        listeners = List.copyOf(listeners);
        stages = List.copyOf(stages);
    }
}
