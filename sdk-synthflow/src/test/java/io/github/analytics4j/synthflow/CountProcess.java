package io.github.analytics4j.synthflow;

import io.github.analytics4j.page.Walk;

/** Walks a whole log, keeping nothing. */
final class CountProcess {
    private CountProcess() {}

    public static void main(String[] args) {
        try (SynthflowClient client = SynthflowClient.builder()
                        .baseUrl(args[0])
                        .apiKey(args[1])
                        .build();
                Walk<Call> walk =
                        client.calls().list(r -> r.modelId(args[2])).prefetch(2).iterator()) {
            while (walk.hasNext()) {
                walk.next();
            }
            System.out.println("proven: " + walk.report().proven() + ", rows: "
                    + walk.report().rows());
        }
    }
}
