package io.github.analytics4j.benchmarks.clients;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The adapters a patient developer writes by hand: names selected without decoding them, no reflection. */
final class MoshiAdapters {
    private MoshiAdapters() {}

    /** Reads; nobody writes calls here. */
    private abstract static class ReadOnly<T> extends JsonAdapter<T> {
        @Override
        public final void toJson(JsonWriter writer, @Nullable T value) {
            throw new UnsupportedOperationException("these adapters only read");
        }
    }

    /** The response: the listing is its only part of interest. */
    static final class PageAdapter extends ReadOnly<MoshiCalls.Page> {
        private static final JsonReader.Options NAMES = JsonReader.Options.of("status", "response");
        private final ListingAdapter listings = new ListingAdapter();

        @Override
        public MoshiCalls.Page fromJson(JsonReader in) throws IOException {
            String status = null;
            MoshiCalls.Listing response = null;
            in.beginObject();
            while (in.hasNext()) {
                switch (in.selectName(NAMES)) {
                    case 0 -> status = in.nextString();
                    case 1 -> response = listings.fromJson(in);
                    default -> skip(in);
                }
            }
            in.endObject();
            return new MoshiCalls.Page(Objects.requireNonNull(status), Objects.requireNonNull(response));
        }
    }

    private static final class ListingAdapter extends ReadOnly<MoshiCalls.Listing> {
        private static final JsonReader.Options NAMES = JsonReader.Options.of("pagination", "calls");
        private final PaginationAdapter paginations = new PaginationAdapter();
        private final MoshiCallAdapter callAdapter = new MoshiCallAdapter();

        @Override
        public MoshiCalls.Listing fromJson(JsonReader in) throws IOException {
            MoshiCalls.Pagination pagination = null;
            List<MoshiCalls.Call> calls = new ArrayList<>(Reader.PAGE);
            in.beginObject();
            while (in.hasNext()) {
                switch (in.selectName(NAMES)) {
                    case 0 -> pagination = paginations.fromJson(in);
                    case 1 -> readCalls(in, calls);
                    default -> skip(in);
                }
            }
            in.endObject();
            return new MoshiCalls.Listing(Objects.requireNonNull(pagination), calls);
        }

        private void readCalls(JsonReader in, List<MoshiCalls.Call> calls) throws IOException {
            in.beginArray();
            while (in.hasNext()) {
                calls.add(callAdapter.fromJson(in));
            }
            in.endArray();
        }
    }

    private static final class PaginationAdapter extends ReadOnly<MoshiCalls.Pagination> {
        private static final JsonReader.Options NAMES = JsonReader.Options.of("total_records", "limit", "offset");

        @Override
        public MoshiCalls.Pagination fromJson(JsonReader in) throws IOException {
            long total = 0;
            int limit = 0;
            long offset = 0;
            in.beginObject();
            while (in.hasNext()) {
                switch (in.selectName(NAMES)) {
                    case 0 -> total = in.nextLong();
                    case 1 -> limit = in.nextInt();
                    case 2 -> offset = in.nextLong();
                    default -> skip(in);
                }
            }
            in.endObject();
            return new MoshiCalls.Pagination(total, limit, offset);
        }
    }

    static void skip(JsonReader in) throws IOException {
        in.skipName();
        in.skipValue();
    }
}
