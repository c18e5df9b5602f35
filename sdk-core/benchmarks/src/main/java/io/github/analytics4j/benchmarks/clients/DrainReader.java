package io.github.analytics4j.benchmarks.clients;

import java.io.IOException;
import java.net.URI;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/** The floor: OkHttp, every byte taken and dropped, nothing decoded. How many calls there are it takes from the address. */
public final class DrainReader implements Reader {
    private final OkHttpClient client = new OkHttpClient();

    @Override
    public Totals read(URI list, long atMost) throws IOException {
        long end = Math.min(atMost, Long.parseLong(list.getPath().split("/")[2]));
        for (long offset = 0; offset < end; offset += PAGE) {
            drain(new Request.Builder().url(OkHttpPages.page(list, offset)).build());
        }
        return Totals.counted(end);
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
