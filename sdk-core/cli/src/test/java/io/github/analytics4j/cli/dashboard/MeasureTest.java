package io.github.analytics4j.cli.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.Column.Type.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureTest {

    @ParameterizedTest
    @CsvSource({
        "'share, 0–1',, DOUBLE, PERCENT, 100",
        "share, 0–1, DOUBLE, PERCENT, 100",
        "share, 0-1, DOUBLE, PERCENT, 100",
        "percent, 0-100, DOUBLE, PERCENT, 1",
        "percent, 0–100, DOUBLE, PERCENT, 1",
        "percent, 100 means a hundred percent more, DOUBLE, PERCENT, 1",
        "relative change, 0.24 is +24 %, DOUBLE, PERCENT, 100",
        "currency units, most likely USD, DECIMAL, MONEY, 1",
        "USD,, DECIMAL, DOLLARS, 1",
        "'currency units, most likely USD',, DECIMAL, MONEY, 1",
        "milliseconds,, DOUBLE, MILLISECONDS, 1",
        "seconds,, DOUBLE, SECONDS, 1",
        "minutes,, DOUBLE, MINUTES, 1",
        "count,, BIGINT, COUNT, 1",
        "calls,, DOUBLE, COUNT, 1",
        ",, BIGINT, COUNT, 1",
        "turns per call,, DOUBLE, NUMBER, 1",
        "'not stated by the vendor, presumably seconds',, DOUBLE, NUMBER, 1",
    })
    void of_unitAndScaleOfTheCatalogue_isTheMeasureAndItsFactor(
            @Nullable String unit, @Nullable String scale, Kind kind, Measure measure, double factor) {
        assertThat(Measure.of(unit, kind)).isEqualTo(measure);
        assertThat(Measure.factor(measure, unit, scale)).isEqualTo(factor);
    }

    @ParameterizedTest
    @CsvSource({
        "COUNT, 10220, '10,220', '10,220'",
        "PERCENT, 81.81818, '81.8 %', '81.8182 %'",
        "PERCENT, 0.337, '0.34 %', '0.337 %'",
        "PERCENT, 100, '100 %', '100 %'",
        "DOLLARS, 847500, '$847,500', '$847,500.00'",
        "DOLLARS, 0.086, '$0.086', '$0.086'",
        "DOLLARS, 75, '$75.00', '$75.00'",
        "DOLLARS, -3.5, '-$3.50', '-$3.50'",
        "DOLLARS, 0, '$0.00', '$0.00'",
        "MONEY, 50.5, '50.50', '50.50'",
        "MILLISECONDS, 655.04, '655 ms', '655.04 ms'",
        "SECONDS, 36.2, '36.2 s', '36.2 s'",
        "SECONDS, 214, '3 min 34 s', '214 s'",
        "SECONDS, 45230.5, '12 h 34 min', '45,230.5 s'",
        "SECONDS, 442770, '123 h', '442,770 s'",
        "MINUTES, 198.4, '198 min', '198.4 min'",
        "NUMBER, -0.00001, '0', '0'",
    })
    void text_isBriefInHeadlinesAndExactInTables(Measure measure, double value, String brief, String exact) {
        assertThat(measure.brief(value)).isEqualTo(brief);
        assertThat(measure.exact(value)).isEqualTo(exact);
    }

    @Test
    void number_thatIsNone_isNull() {
        assertThat(Field.number(null, 1)).isNull();
        assertThat(Field.number("3", 1)).isNull();
        assertThat(Field.number(Double.NaN, 1)).isNull();
        assertThat(Field.number(Double.MAX_VALUE, 100)).isNull();
        assertThat(Field.number(0.25, 100)).isEqualTo(25);
    }
}
