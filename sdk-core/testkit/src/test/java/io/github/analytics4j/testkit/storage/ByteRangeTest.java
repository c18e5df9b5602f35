package io.github.analytics4j.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges against the size of a file. */
class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 9",
        "bytes=90-, 90, 99",
        "bytes=90-1000, 90, 99",
        "bytes=-5, 95, 99",
        "bytes=-500, 0, 99",
        "bytes=99-99, 99, 99",
    })
    void byteRange_ofAHundredBytes(String header, long first, long last) {
        ByteRange range = ByteRange.of(header, 100);

        assertThat(range).isEqualTo(new ByteRange(first, last));
        assertThat(range.satisfiable()).isTrue();
        assertThat(range.length()).isEqualTo(last - first + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=9-8", "bytes=-0"})
    void byteRange_thatCannotBe(String header) {
        assertThat(ByteRange.of(header, 100).satisfiable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=", "bytes=-", "bytes=1-2,3-4", "items=0-1", "bytes=x-y"})
    void byteRange_passedOver(String header) {
        assertThat(ByteRange.of(header, 100)).isNull();
    }
}
