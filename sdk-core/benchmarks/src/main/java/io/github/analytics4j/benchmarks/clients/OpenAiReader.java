package io.github.analytics4j.benchmarks.clients;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.batches.Batch;
import com.openai.models.batches.BatchListParams;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** openai-java's auto-paging list of batches. */
public final class OpenAiReader implements Reader {
    private @Nullable OpenAIClient client;

    @Override
    public Totals read(URI list, long atMost) {
        if (client == null) {
            client = OpenAIOkHttpClient.builder()
                    .apiKey("key")
                    .baseUrl(list.toString())
                    .build();
        }
        Totals totals = new Totals();
        BatchListParams params = BatchListParams.builder().limit((long) PAGE).build();
        for (Batch batch : client.batches().list(params).autoPager()) {
            totals.add(
                    batch.requestCounts().orElseThrow().total(),
                    batch.errors()
                            .orElseThrow()
                            .data()
                            .orElseThrow()
                            .get(0)
                            .message()
                            .orElseThrow());
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
