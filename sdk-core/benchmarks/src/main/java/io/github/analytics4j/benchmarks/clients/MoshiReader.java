package io.github.analytics4j.benchmarks.clients;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.net.URI;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** A loop by hand over OkHttp and Moshi. */
public abstract class MoshiReader implements Reader {
    private final OkHttpClient client = new OkHttpClient();
    private final JsonAdapter<MoshiCalls.Page> pages;

    private MoshiReader(JsonAdapter<MoshiCalls.Page> pages) {
        this.pages = pages;
    }

    /** Records by reflection, as Moshi does out of the box. */
    public static final class Reflective extends MoshiReader {
        public Reflective() {
            super(new Moshi.Builder().build().adapter(MoshiCalls.Page.class));
        }
    }

    /** Adapters by hand. */
    public static final class Adapters extends MoshiReader {
        public Adapters() {
            super(new MoshiAdapters.PageAdapter());
        }
    }

    @Override
    public Totals read(URI list, long atMost) throws IOException {
        Totals totals = new Totals();
        while (totals.calls() < atMost) {
            MoshiCalls.Listing listing = fetch(list, totals.calls()).response();
            for (MoshiCalls.Call call : listing.calls()) {
                totals.add(call.duration(), call.transcript());
            }
            if (listing.calls().isEmpty()
                    || totals.calls() >= listing.pagination().totalRecords()) {
                return totals;
            }
        }
        return totals;
    }

    private MoshiCalls.Page fetch(URI list, long offset) throws IOException {
        Request request = new Request.Builder()
                .url(OkHttpPages.page(list, offset))
                .header("Authorization", "Bearer key")
                .build();
        try (Response response = client.newCall(request).execute()) {
            return pages.fromJson(response.body().source());
        }
    }

    @Override
    public void close() {
        OkHttpPages.shutDown(client);
    }
}
