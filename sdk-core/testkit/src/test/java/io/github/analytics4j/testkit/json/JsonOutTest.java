package io.github.analytics4j.testkit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.TestClient.Json;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonOutTest {
    @Test
    void commas_standBetweenValuesOnly() {
        JsonOut out = JsonOut.local().beginObject().field("a", 1).name("b").beginArray();
        out.value("x")
                .value((String) null)
                .value(true)
                .beginObject()
                .endObject()
                .beginArray()
                .endArray();
        out.endArray().field("c", "y").endObject();

        assertThat(out).hasToString("{\"a\":1,\"b\":[\"x\",null,true,{},[]],\"c\":\"y\"}");
    }

    @Test
    void raw_takesPartInTheCommas() {
        JsonOut out = JsonOut.local().beginArray();
        out.separate().raw("{\"a\":").raw(new byte[] {'1', '}'}).done();
        out.separate().raw("2").done();

        assertThat(out.endArray()).hasToString("[{\"a\":1},2]");
    }

    @Test
    void text_isEscapedAndInUtf8() throws Exception {
        String text = "quote \" slash \\ line \n tab \t bell \u0007 Zoë 日本 \uD83D\uDE00";

        String json = JsonOut.local().value(text).toString();

        assertThat(json).contains("\\\"", "\\\\", "\\u000a", "\\u0009", "\\u0007", "Zoë", "日本");
        assertThat(Json.of("[" + json + "]").get(0).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 9, 10, 99, 100, 1_234_567_890_123L, Long.MAX_VALUE, -Long.MAX_VALUE})
    void whole_numbers(long value) {
        assertThat(JsonOut.local().value(value)).hasToString(Long.toString(value));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00", "5, 0.05", "99, 0.99", "100, 1.00", "84750000, 847500.00", "-1205, -12.05"})
    void cents_haveTwoDigits(long cents, String expected) {
        assertThat(JsonOut.local().beginObject().cents("a", cents).endObject()).hasToString("{\"a\":" + expected + "}");
    }

    @ParameterizedTest
    @CsvSource({"0.33333, 2, 0.33", "0.5, 3, 0.5", "2.0, 1, 2.0", "-1.25, 1, -1.2", "0.0751226, 4, 0.0751"})
    void decimals_areRounded(double value, int scale, String expected) {
        assertThat(JsonOut.local().value(value, scale)).hasToString(expected);
    }

    @Test
    void paddedAndHex_haveTheirWidth() {
        assertThat(JsonOut.local().padded(7, 3).raw(" ").hex(0xabcL, 5).raw(" ").hex(-1, 4))
                .hasToString("007 00abc ffff");
    }

    @Test
    void local_isOneWriterPerThreadAndEmptied() throws Exception {
        JsonOut first = JsonOut.local().value("a");
        JsonOut[] other = new JsonOut[1];
        Thread thread = new Thread(() -> other[0] = JsonOut.local());
        thread.start();
        thread.join();

        assertThat(JsonOut.local()).isSameAs(first).hasToString("");
        assertThat(other[0]).isNotSameAs(first);
    }

    @Test
    void large_growsAndKeepsWhatWasWritten() throws Exception {
        long seed = Long.getLong("walk.seed", System.nanoTime());
        Random random = new Random(seed);
        List<Long> numbers = random.longs(20_000).boxed().toList();
        JsonOut out = JsonOut.local().beginArray();
        numbers.forEach(out::value);

        String expected = numbers.toString().replace(" ", "");
        assertThat(out.endArray().toString()).as("seed " + seed).isEqualTo(expected);
        assertThat(out.length()).isEqualTo(expected.length());
    }
}
