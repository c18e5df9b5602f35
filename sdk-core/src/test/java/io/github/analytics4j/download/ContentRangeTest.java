package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.download.RangeRequests.ContentRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes 5-9/10, 5, 9, 10",
        "Bytes 0-0/1, 0, 0, 1",
        "bytes 5-9/*, 5, 9, -1",
        "' bytes  5 - 9 / 10 ', 5, 9, 10"
    })
    void parse_range_isRead(String header, long first, long last, long total) {
        assertThat(ContentRange.parse(header)).isEqualTo(new ContentRange(first, last, total));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes */10",
                "bytes 9-5/10",
                "bytes 5-10/10",
                "bytes 5-9",
                "items 5-9/10",
                "bytes -5-9/10",
                "bytes 5-9999999999999999999999/*"
            })
    void parse_unusable_isNull(String header) {
        assertThat(ContentRange.parse(header)).isNull();
    }

    @Test
    void parse_absent_isNull() {
        assertThat(ContentRange.parse(null)).isNull();
    }
}
