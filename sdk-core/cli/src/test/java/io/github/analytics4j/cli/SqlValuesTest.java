package io.github.analytics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the command's SQL writes values: those of each type, and the most extreme ones, as DuckDB's own casts to text do. */
class SqlValuesTest {
    private static Shell.Result sql(String query, String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "sql";
        words[1] = query;
        System.arraycopy(options, 0, words, 2, options.length);
        return new Shell().run(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "12::utinyint | 12",
                "9007199254740993 | 9007199254740993",
                "170141183460469231731687303715884105727::hugeint | 170141183460469231731687303715884105727",
                "1.500000000000000000::decimal(38,18) | 1.5",
                "0::decimal(38,18) | 0",
                "1000::decimal(38,18) * 1.10 | 1100",
                "round(1.5::decimal(38,18), 2) | 1.50",
                "1.50::decimal(9,2) | 1.50",
                "0::decimal(9,2) | 0.00",
                "100::decimal(5,2) | 100.00",
                "1.1::float | 1.1",
                "'nan'::double | \"NaN\"",
                "date '2026-02-03' | \"2026-02-03\"",
                "timestamptz '2026-02-03 04:05:06+02' | \"2026-02-03T02:05:06Z\"",
                "timestamp '2026-02-03 04:00:00' | \"2026-02-03T04:00:00\"",
                "time '04:05:06' | \"04:05:06\"",
                "interval 3 days | \"3 days\"",
                "'\\x00ab'::blob | \"\\\\x00ab\"",
                "[1, null, 3] | [1,null,3]",
                "[2::decimal(38,18)] | [2]",
                "[[1.50::decimal(9,2)], []] | [[1.50],[]]",
                "{'a': 1, 'b': [date '2026-02-03'], 'c': timestamp '2026-02-03 04:00:00'} "
                        + "| {\"a\":1,\"b\":[\"2026-02-03\"],\"c\":\"2026-02-03T04:00:00\"}",
                "map {'k': true} | {\"k\":true}",
                "json '{\"a\":  [1]}' | {\"a\":  [1]}",
                "null | null",
                "date 'infinity' | \"infinity\"",
                "date '-infinity' | \"-infinity\"",
                "date '5881580-07-10' | \"+5881580-07-10\"",
                "timestamp 'infinity' | \"infinity\"",
                "timestamp '-infinity' | \"-infinity\"",
                "timestamp '294247-01-10 04:00:54.775806' | \"+294247-01-10T04:00:54.775806\"",
                "timestamptz 'infinity' | \"infinity\"",
                "timestamptz '-infinity' | \"-infinity\"",
                "'infinity'::timestamp_s | \"infinity\"",
                "'-infinity'::timestamp_s | \"-infinity\"",
                "'2026-02-03 04:00:00'::timestamp_s | \"2026-02-03T04:00:00\"",
                "'infinity'::timestamp_ms | \"infinity\"",
                "'-infinity'::timestamp_ms | \"-infinity\"",
                "'infinity'::timestamp_ns | \"infinity\"",
                "'-infinity'::timestamp_ns | \"-infinity\"",
                "'2262-04-11 23:47:16.854775806'::timestamp_ns | \"2262-04-11T23:47:16.854775806\"",
                "time '24:00:00' | \"24:00:00\"",
                "time '04:05:00' | \"04:05:00\"",
                "'24:00:00'::time_ns | \"24:00:00\"",
                "'12:13:14.123456789'::time_ns | \"12:13:14.123456789\"",
                "timetz '24:00:00-15:59:59' | \"24:00:00-15:59:59\"",
                "timetz '04:05:06+02' | \"04:05:06+02\"",
                "'POINT(1 2)'::geometry | \"POINT (1 2)\"",
                "'\\x00\\xFFab'::blob | \"\\\\x00\\\\xFFab\"",
                "['\\x00\\xFFab'::blob] | [\"\\\\x00\\\\xFFab\"]",
                "[date 'infinity', null] | [\"infinity\",null]",
                "[timestamp '-infinity', timestamp '0044-03-15 (BC) 12:00:00'] | [\"-infinity\",\"-0043-03-15T12:00:00\"]",
                "[timestamptz 'infinity'] | [\"infinity\"]",
                "array_value('-infinity'::timestamp_s) | [\"-infinity\"]",
                "{'time': time '24:00:00', 'timestamp_s': [['infinity'::timestamp_s]], 'TIME)': 'b'::enum('TIME', 'b')} "
                        + "| {\"time\":\"24:00:00\",\"timestamp_s\":[[\"infinity\"]],\"TIME)\":\"b\"}",
                "map {date 'infinity': timetz '24:00:00+00'} | {\"infinity\":\"24:00:00+00\"}",
                "map {timestamp '2026-02-03 04:00:00': 1} | {\"2026-02-03T04:00:00\":1}",
                "union_value(n := time '24:00:00') | \"24:00:00\"",
                "date 'infinity'::variant | \"infinity\"",
                "concat('two', chr(10), 'lines \"quoted\"') | \"two\\u000alines \\\"quoted\\\"\""
            })
    void value_ofAnyType_isExactJson(String expression, String json) {
        Shell.Result result = sql("select " + expression + " as v");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("{\"v\":" + json + "}\n");
    }

    /** Java's classes, with which the driver reads times, have neither an infinity nor a 24th hour. */
    @Test
    void timesThatJavaHasNot_areTextsInEveryFormat_andRowsKeepTheirOrder() {
        String query = "select date '-infinity' as d, time '24:00:00' as \"a \"\"t\", 'infinity'::timestamp_s as d, i"
                + " from range(2) as t(i) order by i desc; -- none";

        assertThat(sql(query).out())
                .isEqualTo("{\"d\":\"-infinity\",\"a \\\"t\":\"24:00:00\",\"d_1\":\"infinity\",\"i\":1}\n"
                        + "{\"d\":\"-infinity\",\"a \\\"t\":\"24:00:00\",\"d_1\":\"infinity\",\"i\":0}\n");
        assertThat(sql(query, "--format", "csv").out())
                .isEqualTo("d,\"a \"\"t\",d_1,i\r\n-infinity,24:00:00,infinity,1\r\n-infinity,24:00:00,infinity,0\r\n");
        assertThat(sql(query, "--format", "table").lines())
                .contains("-infinity  24:00:00  infinity  1", "-infinity  24:00:00  infinity  0");
        assertThat(sql("create table t (a time); begin; prepare p as select time '04:05:06' as a; execute p;"
                                + " insert into t values ('24:00:00') returning a; commit; from t")
                        .lines())
                .containsExactly("{\"a\":\"04:05:06\"}", "{\"a\":\"24:00:00\"}", "{\"a\":\"24:00:00\"}");
    }

    /** The driver reads times in the zone of the process, with a wrong offset where its clocks change. */
    @Test
    void hoursWhereTheClocksOfThisMachineChange_areExact(@TempDir Path folder) throws Exception {
        String query =
                "select i, timestamptz '2025-11-02 06:00:00Z' as back, timestamptz '2026-03-08 07:30:00Z' as ahead"
                        + " from (select [timestamptz '2025-11-02 06:00:00Z', null] as i)";
        String times = "\"back\":\"2025-11-02T06:00:00Z\",\"ahead\":\"2026-03-08T07:30:00Z\"}\n";
        Child.Result process = Child.run(folder, Map.of("TZ", "America/New_York"), "analytics4j sql \"" + query + "\"");
        assertThat(process.out()).as(process.err()).isEqualTo("{\"i\":[\"2025-11-02T06:00:00Z\",null]," + times);
        TimeZone own = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        try {
            assertThat(sql(query).out()).endsWith(times);
        } finally {
            TimeZone.setDefault(own);
        }
    }

    @Test
    void noFolderForTemporaryFiles_isToldWithWhatToDo(@TempDir Path folder) throws Exception {
        Child.Result process =
                Child.run(folder, Map.of("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=none"), "analytics4j sql 'select 1'");
        assertThat(process.code()).as(process.err()).isEqualTo(1);
        assertThat(process.err())
                .contains("the native code of DuckDB's driver", ", none, and", "-Djava.io.tmpdir=FOLDER");
    }
}
