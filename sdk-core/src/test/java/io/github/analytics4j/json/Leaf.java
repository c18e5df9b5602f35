package io.github.analytics4j.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A small record inside {@link Everything}. */
record Leaf(@Nullable String name, long size, Unexpected unexpected) implements JsonRecord {
    static final JsonCodec<Leaf> CODEC = new Codec();

    @Override
    public long size() {
        unexpected.require(1);
        return size;
    }

    @Override
    public String toJson() {
        return Json.encode(CODEC, this);
    }

    private static final class Codec implements JsonCodec<Leaf> {
        private static final JsonFields FIELDS =
                JsonFields.of("Leaf", "name", "size").required(1);

        @Override
        public Leaf read(JsonReader in) throws IOException {
            String name = null;
            long size = 0;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> name = in.readString();
                    case 1 -> size = in.readLong();
                    default -> throw new AssertionError(f);
                }
            }
            return new Leaf(name, size, in.endObject());
        }

        @Override
        public void write(JsonWriter out, Leaf v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.name);
            }
            if (out.field(1)) {
                out.value(v.size);
            }
            out.end();
        }
    }
}
