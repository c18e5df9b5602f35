package io.github.analytics4j.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A small record inside {@link Everything}. */
record Leaf(@Nullable String name, long size, UnexpectedContent unexpected) implements JsonRecord {
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
        private static final JsonFields FIELDS = JsonFields.of("Leaf")
                .field("name", JsonCodecs.STRING)
                .always("size", JsonCodecs.LONG)
                .build();

        @Override
        public Leaf read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new Leaf(v.get(0), v.getLong(1), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, Leaf v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.name, v.size);
        }
    }
}
