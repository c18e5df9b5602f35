package io.github.analytics4j.spark;

import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.json.JsonSyntaxException;
import io.github.analytics4j.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.connector.read.streaming.Offset;
import org.jspecify.annotations.Nullable;

/** The place of a stream: all rows before a time were delivered. Spark keeps it as JSON in the checkpoint. Immutable. */
final class StreamOffset extends Offset {
    /** The place in time in microseconds, which is not in what was delivered; null before the beginning of the log. */
    final @Nullable Long time;

    /** Where the stream began. */
    final @Nullable Long since;

    private final Identity identity;

    private StreamOffset(Identity identity, @Nullable Long since, @Nullable Long time) {
        this.identity = identity;
        this.since = since;
        this.time = time;
    }

    /** The place of a stream that begins. */
    static StreamOffset begin(Identity identity, @Nullable Long time) {
        return new StreamOffset(identity, time, time);
    }

    /** The place of the same stream at a later time. */
    StreamOffset at(long later) {
        return new StreamOffset(identity, since, later);
    }

    /**
     * The identity of a stream. Values are told apart by hashes: a checkpoint lies open.
     *
     * @param table the table's name
     * @param ids how many ids it is read by, and their hash
     * @param parameters the other parameters that leave rows out, by their names, with a hash of the values
     */
    record Identity(String table, String ids, String parameters) {
        static Identity of(TableQuery query) {
            List<String> ids = query.ids();
            Map<String, Object> parameters =
                    new TreeMap<>(query.options().arguments().values());
            parameters.putAll(query.arguments());
            TreeSet<String> tests = new TreeSet<>();
            query.tests().stream()
                    .filter(each -> !isTime(query, each))
                    .forEach(each -> tests.add(each.column() + "=" + each));
            Parameter narrowing = query.options().narrowing();
            String names =
                    String.join(", ", new TreeSet<>(parameters.keySet())) + (tests.isEmpty() ? "" : " and filters");
            return new Identity(
                    query.options().table().name(),
                    narrowing == null || ids == null
                            ? "all"
                            : narrowing.name() + " of " + ids.size() + " values #" + hash(new TreeSet<>(ids)),
                    parameters.isEmpty() && tests.isEmpty() ? "none" : names + " #" + hash(List.of(parameters, tests)));
        }

        /** Whether a filter is a window of time, which moves along with a stream's place. */
        private static boolean isTime(TableQuery query, RowTest test) {
            return query.options()
                    .table()
                    .timeColumn()
                    .filter(each -> each.name().equals(test.column()))
                    .isPresent();
        }

        private static String hash(Object values) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256")
                        .digest(values.toString().getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest, 0, 4);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e); // every JDK has it
            }
        }

        private static void differ(List<String> mistakes, String what, String then, String now) {
            if (!then.equals(now)) {
                mistakes.add("the checkpoint is of another stream (" + what + ": " + then + "; here: " + now
                        + "): set it as it was, or give this stream a checkpoint of its own");
            }
        }
    }

    /**
     * The place that a checkpoint has.
     *
     * @throws InvalidRequestException if it is none of this stream's
     */
    static StreamOffset parse(String json, Identity identity) {
        StreamOffset then = parse(json);
        List<String> mistakes = new ArrayList<>();
        Identity.differ(mistakes, "table", then.identity.table, identity.table);
        if (mistakes.isEmpty()) {
            Identity.differ(mistakes, "ids", then.identity.ids, identity.ids);
            Identity.differ(mistakes, "parameters", then.identity.parameters, identity.parameters);
        }
        if (!mistakes.isEmpty()) {
            throw ReadOptions.refused(mistakes);
        }
        return then;
    }

    private static StreamOffset parse(String json) {
        try {
            JsonValue value = JsonValue.parse(json);
            return new StreamOffset(
                    new Identity(text(value, "table"), text(value, "ids"), text(value, "parameters")),
                    micros(value, "since"),
                    micros(value, "time"));
        } catch (JsonSyntaxException | IllegalArgumentException | DateTimeException e) {
            throw ReadOptions.refused(List.of("the checkpoint has \"" + json + "\" where it should have a place of a"
                    + " stream of " + AnalyticsSource.NAME + ": give this stream a checkpoint of its own"));
        }
    }

    private static String text(JsonValue of, String name) {
        JsonValue value = of.get(name);
        String text = value == null ? null : value.asText();
        if (text == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }

    private static @Nullable Long micros(JsonValue of, String name) {
        JsonValue value = of.get(name);
        return value != null && value.isNull() ? null : (Long) SparkTypes.micros(Instant.parse(text(of, name)));
    }

    @Override
    public String json() {
        return "{\"table\":" + quoted(identity.table) + ",\"ids\":" + quoted(identity.ids) + ",\"parameters\":"
                + quoted(identity.parameters) + ",\"since\":" + instant(since) + ",\"time\":" + instant(time) + "}";
    }

    private static String quoted(String text) {
        return JsonValue.ofText(text).json();
    }

    private static String instant(@Nullable Long micros) {
        return micros == null ? "null" : quoted(Objects.toString(SparkTypes.instant(micros)));
    }
}
