package io.github.analytics4j.benchmarks.clients;

import java.io.IOException;
import java.net.URI;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/** The floor: OkHttp, every byte taken and dropped, nothing decoded. Its totals say only how many calls it asked for. */
public final class DrainReader implements Reader {
    private final OkHttpClient client = new OkHttpClient();

    @Override
    public Totals read(URI list, long atMost) throws IOException {
        Totals totals = new Totals();
        for (long offset = 0; offset < atMost; offset += PAGE) {
            drain(new Request.Builder().url(OkHttpPages.page(list, offset)).build());
            for (int i = 0; i < PAGE; i++) {
                totals.add(0L, "");
            }
        }
        return totals;
    }

    private void drain(Request request) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            BufferedSource source = response.body().source();
            while (!source.exhausted()) {
                source.skip(source.getBuffer().size());
            }
        }
    }

    @Override
    public void close() {
        OkHttpPages.shutDown(client);
    }
}
