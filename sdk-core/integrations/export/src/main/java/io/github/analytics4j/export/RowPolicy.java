package io.github.analytics4j.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides which private text is stored, before the first byte of a row is durable. */
interface RowPolicy {
    /** Stores rows as they came. */
    RowPolicy NONE = new RowPolicy() {
        @Override
        public List<SinkColumn> columns(List<SinkColumn> all) {
            return all;
        }

        @Override
        public List<@Nullable Object> values(List<@Nullable Object> all) {
            return all;
        }

        @Override
        public String masked(String json) {
            return json;
        }

        @Override
        public String id(String id) {
            return id;
        }

        @Override
        public String fingerprint() {
            return "";
        }

        @Override
        public String fingerprintWithoutKey() {
            return "";
        }

        @Override
        public boolean hashes() {
            return false;
        }
    };

    /** The columns that are stored, of all that the table has. */
    List<SinkColumn> columns(List<SinkColumn> all);

    /** The values of the columns that are stored, of the values of all. */
    List<@Nullable Object> values(List<@Nullable Object> all);

    /** A row that cannot be stored as a rejects file, a log or a message may show it. */
    String masked(String json);

    /** The id under which the row of that id is stored. */
    String id(String id);

    /** Tells these rules, the key of hashes among them, from others; empty where there are none. */
    String fingerprint();

    /** As {@link #fingerprint}, the same for all keys. */
    String fingerprintWithoutKey();

    /** Whether the key of hashes decides what is stored. */
    boolean hashes();
}
