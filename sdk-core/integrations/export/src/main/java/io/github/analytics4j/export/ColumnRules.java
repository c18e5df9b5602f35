package io.github.analytics4j.export;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.error.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Columns with private text, and what is stored in their place. They are applied before the first byte of a row is written
 * anywhere: to spools, rejected rows and state too. Where another column repeats a private value of the same row (a
 * transcript, variables, SIP headers, an address), it is taken out there; of fields that the vendor does not document the
 * name alone is stored. Not found are numbers that are spelled in words or have three digits or fewer, names of one letter, and
 * what else the README of the module lists: leave transcripts out where callers may say theirs. Immutable.
 */
public final class ColumnRules {
    /** Columns are stored as they come. */
    public static final ColumnRules NONE = builder().build();

    private static final int SHORTEST_KEY = 16;

    /** The treatment of a column. */
    enum Rule {
        /** It is not stored. */
        LEAVE_OUT("leaveOut"),
        /** Three stars are stored, or no value where those are no value of its type. */
        MASK("mask"),
        /** A keyed hash of the value is stored: the same value has the same one. */
        HASH("hash");

        private final String method;

        Rule(String method) {
            this.method = method;
        }
    }

    private final Map<String, Rule> rules;
    private final byte[] key;

    private ColumnRules(Builder from) {
        this.rules = Map.copyOf(from.rules);
        this.key = from.key.clone();
    }

    /** {@return a builder without a rule} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The rules for the columns of a table.
     *
     * @throws InvalidRequestException naming every column that the table lacks, or that a sync cannot do without
     */
    RowPolicy of(Table table) {
        if (rules.isEmpty()) {
            return RowPolicy.NONE;
        }
        List<String> mistakes = new ArrayList<>();
        rules.forEach((name, rule) -> {
            Column column = table.column(name).orElse(null);
            if (column == null) {
                mistakes.add(rule.method + ": " + noColumn(table, name));
            } else if (table.timeColumn().equals(table.column(name))) {
                mistakes.add(name + " decides the day of a row and is stored as it comes");
            } else if (table.idColumn().equals(table.column(name))
                    && (rule != Rule.HASH || column.type().kind() != Column.Type.Kind.TEXT)) {
                mistakes.add(name + " tells rows apart: it can be replaced by its hash, and not left out or masked");
            }
        });
        if (rules.containsValue(Rule.HASH) && key.length == 0) {
            mistakes.add(
                    "a hash needs a key: give keyFile a file that holds " + SHORTEST_KEY + " random bytes or more");
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidRequestException(
                    "rules for columns", mistakes.stream().sorted().toList());
        }
        return new PrivateColumns(table, rules, key);
    }

    private static String noColumn(Table table, String name) {
        List<String> known = table.columns().stream().map(Column::name).toList();
        return name + " is no column of " + table.name()
                + ApiCatalog.nearest(name, known)
                        .map(each -> "; did you mean " + each + "?")
                        .orElse("");
    }

    /** The columns with their rules; the key does not show. */
    @Override
    public String toString() {
        return "ColumnRules" + new TreeMap<>(rules);
    }

    /** Collects rules. */
    public static final class Builder {
        private final Map<String, Rule> rules = new LinkedHashMap<>();
        private byte[] key = new byte[0];

        private Builder() {}

        /**
         * Leaves columns out of the sink.
         *
         * @param columns by their names in the table
         * @return this builder
         */
        public Builder leaveOut(String... columns) {
            return all(Rule.LEAVE_OUT, List.of(columns));
        }

        /**
         * Stores three stars in the place of values that are texts, and none in the place of others.
         *
         * @param columns by their names in the table
         * @return this builder
         */
        public Builder mask(String... columns) {
            return all(Rule.MASK, List.of(columns));
        }

        /**
         * Stores a keyed hash in the place of each value, so that rows can still be joined and counted by it: the first 16 bytes
         * of HMAC-SHA256 as 32 hex digits in lower case. The key is all bytes of the key file, with a line's end if it has one.
         * The message is the value's text in UTF-8: a text as it came, a whole number in decimal digits, a day or time as ISO 8601
         * in UTC, a list, a map or JSON as it would be stored. Of a value of the wrong type, which is in the column {@code
         * unexpected}, it is the value's JSON, of a text with its quotes.
         *
         * @param columns by their names in the table
         * @return this builder
         */
        public Builder hash(String... columns) {
            return all(Rule.HASH, List.of(columns));
        }

        private Builder all(Rule rule, List<String> columns) {
            for (String each : columns) {
                Rule other = rules.put(each, rule);
                if (other != null && other != rule) {
                    throw new InvalidRequestException(
                            "columns", List.of(each + " has two rules: leave it out, mask it or hash it"));
                }
            }
            return this;
        }

        /**
         * Reads the key of hashes from a file of 16 bytes or more, which nobody but its owner may use.
         *
         * @param file read at once
         * @return this builder
         * @throws InvalidRequestException if it cannot be read, is too short, or if others may use it
         */
        public Builder keyFile(Path file) {
            byte[] read;
            try {
                ClientSettings.refuseOthers("key file", file);
                read = Files.readAllBytes(file);
            } catch (IOException e) {
                throw mistake(
                        file,
                        "cannot be read (" + Disk.why(e) + "): make it with head -c 32 /dev/urandom > " + file
                                + " && chmod 600 " + file);
            }
            if (read.length < SHORTEST_KEY) {
                throw mistake(file, "has " + read.length + " bytes, and a key has " + SHORTEST_KEY + " or more");
            }
            this.key = read;
            return this;
        }

        private static InvalidRequestException mistake(Path file, String what) {
            return new InvalidRequestException("key file " + file, List.of(what));
        }

        /** {@return the rules} */
        public ColumnRules build() {
            return new ColumnRules(this);
        }
    }
}
