package io.github.analytics4j.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.EnumModel;
import io.github.analytics4j.codegen.model.FieldModel;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.RecordModel;
import io.github.analytics4j.codegen.model.TimeForm;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Documents of a model: as the vendor documents them, or with whatever else can arrive at any place. */
final class RandomJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "completed",
            "25",
            "-0",
            "true",
            "null",
            "300+",
            "2026-03-22/2026-03-31",
            "2026-13-45",
            "\u00fc\u20ac\ud83d\ude00",
            "\ud83d",
            "a\"b\\c/d",
            "\u0000\u001f\u2028",
            "1776876567837",
            "2026-04-22T16:49:29.123456+02:00",
            "x".repeat(300));

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "7",
            "3.0",
            "-1",
            "0.1",
            "81.81818",
            "847500.00",
            "1e2",
            "1E-7",
            "1e400",
            "-1e400",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "123456789012345678901234567890",
            "0.30000000000000004",
            "0.1234567890123456789",
            "5e-324",
            "2147483648");

    private final ApiModel api;
    private final Random random;
    private final boolean wild;

    RandomJson(ApiModel api, Random random, boolean wild) {
        this.api = api;
        this.random = random;
        this.wild = wild;
    }

    /** A document of a record; with {@code wild}, anything may be anywhere. */
    ObjectNode record(RecordModel model, int depth) {
        ObjectNode object = JSON.objectNode();
        for (FieldModel field : model.fields()) {
            if (field.presence() == Presence.OPTIONAL ? chance(5) : wild && chance(20)) {
                continue;
            }
            boolean renamed = !field.aliases().isEmpty() && chance(2);
            object.set(renamed ? field.aliases().get(0) : field.wireName(), value(field.type(), depth));
            if (wild && chance(20)) {
                object.set("unknown" + random.nextInt(3), anything(2));
            }
        }
        return object;
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private JsonNode value(TypeModel type, int depth) {
        if (wild && chance(6)) {
            return chance(3) ? JSON.nullNode() : anything(2);
        }
        if (type instanceof TypeModel.RecordRef ref) {
            return depth == 0 ? JSON.objectNode() : record(Objects.requireNonNull(api.record(ref.name())), depth - 1);
        } else if (type instanceof TypeModel.EnumRef ref) {
            List<EnumModel.Value> values =
                    Objects.requireNonNull(api.enumOf(ref.name())).values();
            return JSON.textNode(
                    chance(4)
                            ? "never seen"
                            : values.get(random.nextInt(values.size())).wire());
        } else if (type instanceof TypeModel.ListOf list) {
            ArrayNode array = JSON.arrayNode();
            for (int i = depth == 0 ? 0 : random.nextInt(4); i > 0; i--) {
                array.add(value(list.element(), depth - 1));
            }
            return array;
        } else if (type instanceof TypeModel.MapOf map) {
            ObjectNode object = JSON.objectNode();
            for (int i = depth == 0 ? 0 : random.nextInt(4); i > 0; i--) {
                object.set(i == 3 ? "" : "key \u00e9" + i, value(map.value(), depth - 1));
            }
            return object;
        }
        return type instanceof Scalar scalar ? scalar(scalar) : time(((TypeModel.Time) type).form());
    }

    private JsonNode scalar(Scalar scalar) {
        return switch (scalar) {
            case STRING, ID -> JSON.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
            case LONG, INT -> whole();
            case DOUBLE -> JSON.numberNode(new BigDecimal(random.nextInt(100_000)).movePointLeft(random.nextInt(5)));
            case MONEY -> JSON.numberNode(BigDecimal.valueOf(random.nextLong(), random.nextInt(12)));
            case BOOLEAN -> JSON.booleanNode(random.nextBoolean());
            case DATE -> JSON.textNode("2026-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10));
            case BUCKET -> JSON.textNode(chance(2) ? "0-30" : "300+");
            case PERIOD -> JSON.textNode(chance(2) ? "2026-03-22/2026-03-31" : "2026-03-22");
            case WEEKDAY -> JSON.numberNode(random.nextInt(7));
            case ANY -> anything(3);
            case DATE_OR_TIME -> throw new IllegalStateException();
        };
    }

    private JsonNode whole() {
        BigInteger value = BigInteger.valueOf(random.nextInt(2_000_000) - 1_000);
        return switch (random.nextInt(8)) {
            case 0 -> JSON.textNode(value.toString());
            case 1 -> JSON.numberNode(new BigDecimal(value).setScale(1));
            default -> JSON.numberNode(value);
        };
    }

    private JsonNode time(TimeForm form) {
        long seconds = 1_700_000_000L + random.nextInt(100_000_000);
        String local =
                LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        boolean number = form == TimeForm.EPOCH_MILLIS || form == TimeForm.EPOCH_MILLIS_TEXT;
        return switch (number ? random.nextInt(8) : 2 + random.nextInt(6)) { // elsewhere a number is no time
            case 0 -> JSON.numberNode(BigInteger.valueOf(seconds * 1000 + random.nextInt(1000)));
            case 1 -> JSON.textNode(String.valueOf(seconds * 1000));
            case 2 -> JSON.textNode(local);
            case 3 -> JSON.textNode(local + "Z");
            case 4 -> JSON.textNode(local + ".5+02:00");
            case 5 -> JSON.textNode(local.replace('T', ' ') + ".123456+0000");
            case 6 -> JSON.textNode(local.substring(0, 10));
            default -> JSON.textNode(local + ".000Z");
        };
    }

    private JsonNode anything(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(new BigDecimal(NUMBERS.get(random.nextInt(NUMBERS.size()))));
            case 3 -> JSON.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
            case 4 -> {
                ArrayNode array = JSON.arrayNode();
                for (int i = random.nextInt(3); i > 0; i--) {
                    array.add(anything(depth - 1));
                }
                yield array;
            }
            default -> {
                ObjectNode object = JSON.objectNode();
                for (int i = random.nextInt(3); i > 0; i--) {
                    object.set("k" + i, anything(depth - 1));
                }
                yield object;
            }
        };
    }
}
