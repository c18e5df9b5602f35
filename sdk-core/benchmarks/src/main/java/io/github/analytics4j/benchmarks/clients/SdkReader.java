package io.github.analytics4j.benchmarks.clients;

import io.github.analytics4j.page.Paged;
import io.github.analytics4j.synthflow.Call;
import io.github.analytics4j.synthflow.SynthflowClient;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** This SDK's walk over the call log, with everything on that is on by default. */
public class SdkReader implements Reader {
    private @Nullable SynthflowClient client;

    /** The same, reading eight pages ahead. */
    public static final class Ahead8 extends SdkReader {
        @Override
        Paged<Call> options(Paged<Call> calls) {
            return calls.prefetch(8);
        }
    }

    /** The same, reading sixteen pages ahead. */
    public static final class Ahead16 extends SdkReader {
        @Override
        Paged<Call> options(Paged<Call> calls) {
            return calls.prefetch(16);
        }
    }

    Paged<Call> options(Paged<Call> calls) {
        return calls;
    }

    @Override
    public Totals read(URI list, long atMost) {
        if (client == null) {
            client = SynthflowClient.builder()
                    .apiKey("key")
                    .baseUrl(list + "/v2")
                    .build();
        }
        Totals totals = new Totals();
        for (Call call : options(client.calls().list(r -> r.modelId("m-1").pageSize(PAGE)))) {
            totals.add(call.duration(), call.transcript());
            if (totals.calls() == atMost) {
                break;
            }
        }
        return totals;
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
    }
}
