package io.github.analytics4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "7, 7",
        "-12, -12",
        "3.0, 3",
        "3.000, 3",
        "1e3, 1000",
        "1.5e1, 15",
        "1500e-2, 15",
        "0.0, 0",
        "0e5, 0",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808",
        "9223372036854775807.000, 9223372036854775807",
        "0.9e19, 9000000000000000000",
        "100000000000000000000e-2, 1000000000000000000"
    })
    void whole_exactInAnySpelling_isRead(String json, long expected) {
        assertThat(parsed(json).isWhole()).isTrue();
        assertThat(parsed(json)).extracting(n -> n.isWhole() ? n.whole() : null).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3.5",
                "1e-1",
                "0.1",
                "9223372036854775808",
                "-9223372036854775809",
                "1e19",
                "1e400",
                "1e999999999",
                "1e-999999999",
                "0.00000000000000000000000000001",
                "123456789012345678.9"
            })
    void whole_notWholeOrOutOfRange_isRefused(String json) {
        assertThat(parsed(json).isWhole()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", "+1", "01", "-01", "1.", ".1", "1.e1", "1e", "1e+", "1e+-1", "1-", "1..2", "--1", "0x1", "1 ",
                "e1", "-.1", "1e1.5"
            })
    void parse_noNumber_isRefused(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        assertThat(new Numbers().parse(bytes, 0, bytes.length)).isNotEqualTo(bytes.length);
    }

    @Test
    void nearest_random_asTheJdk() {
        long seed = Long.getLong("walk.seed", 20261121);
        for (int i = 0; i < 100_000; i++) {
            String json = number(new Random(seed + i));
            assertThat(parsed(json).nearest()).as("seed %s: %s", seed + i, json).isEqualTo(Double.parseDouble(json));
        }
    }

    @Test
    void decimal_random_asTheJdkWithItsScale() {
        long seed = Long.getLong("walk.seed", 20261121);
        for (int i = 0; i < 100_000; i++) {
            String json = number(new Random(seed + i));
            assertThat(parsed(json).decimal()).as("seed %s: %s", seed + i, json).isEqualTo(new BigDecimal(json));
        }
    }

    @Test
    void whole_random_asBigDecimal() {
        long seed = Long.getLong("walk.seed", 20261121);
        for (int i = 0; i < 100_000; i++) {
            String json = number(new Random(seed + i));
            Long expected;
            try {
                expected = new BigDecimal(json).longValueExact();
            } catch (ArithmeticException e) {
                expected = null;
            }
            Numbers numbers = parsed(json);
            assertThat(numbers.isWhole() ? (Long) numbers.whole() : null)
                    .as("seed %s: %s", seed + i, json)
                    .isEqualTo(expected);
        }
    }

    /** Whatever a double was read from, writing it gives an equal number, or we know that it does not. */
    @Test
    void survives_random_saysWhetherTheTextComesBack() {
        long seed = Long.getLong("walk.seed", 20261121);
        for (int i = 0; i < 100_000; i++) {
            String json = number(new Random(seed + i));
            Numbers numbers = parsed(json);
            double value = numbers.nearest();
            if (!Double.isInfinite(value)) {
                boolean equal = new BigDecimal(Numbers.text(value)).compareTo(new BigDecimal(json)) == 0;
                assertThat(numbers.survives(value))
                        .as("seed %s: %s", seed + i, json)
                        .isEqualTo(equal);
            }
        }
    }

    @Test
    void doubles_random_areReadAsTheSame() {
        long seed = Long.getLong("walk.seed", 20261121);
        for (int i = 0; i < 100_000; i++) {
            double value = Double.longBitsToDouble(new Random(seed + i).nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(Numbers.text(value)))
                        .as("seed %s", seed + i)
                        .isEqualTo(value);
            }
        }
    }

    /** Until JDK 19 the JDK prints 2.0E-3 as 0.0020 and 2.2250738585072014E-308 with a digit of its own making. */
    @ParameterizedTest
    @CsvSource({
        "0.002, 0.002",
        "1e23, 1.0E23",
        "3, 3",
        "-0.5, -0.5",
        "9007199254740992, 9007199254740992",
        "2e-3, 0.002"
    })
    void doubles_text_isShort(double value, String text) {
        assertThat(new BigDecimal(Numbers.text(value))).isEqualByComparingTo(new BigDecimal(text));
    }

    @Test
    void number_tooLongToReckonWith_isKeptAsItIs() {
        String digits = "1" + "0".repeat(2_000);
        Everything decoded =
                Everything.of("{\"money\":" + digits + ",\"rate\":" + digits + ",\"whole\":" + digits + "}");

        assertThat(decoded.money()).isNull();
        assertThat(decoded.unexpected().deviations()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(decoded.toJson())
                .isEqualTo("{\"whole\":" + digits + ",\"rate\":" + digits + ",\"money\":" + digits + "}");
    }

    @Test
    void value_infinite_cannotBeWritten() {
        assertThatThrownBy(() -> Json.encode(JsonCodecs.DOUBLE, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("JSON has no Infinity");
    }

    private static Numbers parsed(String json) {
        Numbers numbers = new Numbers();
        byte[] bytes = ("[" + json + "]").getBytes(StandardCharsets.UTF_8);
        assertThat(numbers.parse(bytes, 1, bytes.length)).as(json).isEqualTo(bytes.length - 1);
        return numbers;
    }

    private static String number(Random random) {
        StringBuilder json = new StringBuilder(random.nextInt(3) == 0 ? "-" : "");
        json.append(
                random.nextInt(4) == 0 ? "0" : digits(random, 1 + random.nextInt(random.nextInt(8) == 0 ? 30 : 12)));
        if (random.nextBoolean()) {
            json.append('.')
                    .append(digits(random, 1 + random.nextInt(random.nextInt(8) == 0 ? 30 : 8))
                            .replace("1", "0"));
        }
        if (random.nextInt(4) == 0) {
            json.append(random.nextBoolean() ? 'e' : 'E');
            json.append(new String[] {"", "+", "-"}[random.nextInt(3)])
                    .append(random.nextInt(random.nextInt(5) == 0 ? 350 : 25));
        }
        return json.toString();
    }

    private static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        digits.append((char) ('1' + random.nextInt(9)));
        while (digits.length() < count) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
