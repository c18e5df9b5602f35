package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.download.FileFacts.Validator;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileFactsTest {
    private static final String MONDAY = "Mon, 02 Nov 2026 10:00:00 GMT";
    private static final String TUESDAY = "Tue, 03 Nov 2026 10:00:00 GMT";

    @Test
    void of_wholeFile_takesItsLength() {
        FileFacts facts = FileFacts.of(FakeResponse.of(
                200,
                "Content-Length",
                " 12 ",
                "ETag",
                "\"a\"",
                "Content-Type",
                "text/csv",
                "Content-Disposition",
                "x"));
        assertThat(facts).isEqualTo(new FileFacts(new Validator("\"a\"", null), 12, List.of(), "text/csv", "x"));
    }

    @Test
    void of_range_takesTheTotal_notTheRangesLength() {
        assertThat(FileFacts.of(FakeResponse.of(206, "Content-Length", "2", "Content-Range", "bytes 8-9/10"))
                        .total())
                .isEqualTo(10);
        assertThat(FileFacts.of(FakeResponse.of(206, "Content-Length", "2", "Content-Range", "bytes 8-9/*"))
                        .total())
                .isEqualTo(-1);
        assertThat(FileFacts.of(FakeResponse.of(206, "Content-Length", "2")).total())
                .isEqualTo(-1);
    }

    @Test
    void of_noOrStrangeLength_isUnknown() {
        assertThat(FileFacts.of(FakeResponse.of(200)).total()).isEqualTo(-1);
        assertThat(FileFacts.of(FakeResponse.of(200, "Content-Length", "-5")).total())
                .isEqualTo(-1);
        assertThat(FileFacts.of(FakeResponse.of(200, "Content-Length", "99999999999999999999"))
                        .total())
                .isEqualTo(-1);
    }

    @Test
    void and_laterAnswer_addsWhatWasNotKnown() {
        FileFacts first = new FileFacts(Validator.NONE, -1, List.of(), "text/csv", null);
        FileFacts later = new FileFacts(new Validator("\"a\"", null), 10, List.of(), "text/plain", "x");
        assertThat(first.and(later))
                .isEqualTo(new FileFacts(new Validator("\"a\"", null), 10, List.of(), "text/csv", "x"));
        assertThat(later.and(first)).isEqualTo(later);
    }

    @Test
    void ifRange_strongTag_isTheTag() {
        assertThat(new Validator("\"a\"", MONDAY).ifRange()).isEqualTo("\"a\"");
    }

    @Test
    void ifRange_weakTag_isNothing() {
        assertThat(new Validator("W/\"a\"", null).ifRange()).isNull();
        assertThat(new Validator("W/\"a\"", MONDAY).ifRange()).isNull();
    }

    @Test
    void ifRange_whatNoHeaderCanCarry_isNothing() {
        assertThat(new Validator("\"\u00fc\"", MONDAY).ifRange()).isNull();
        assertThat(new Validator("\"a\u0007\"", null).ifRange()).isNull();
        assertThat(new Validator(null, "Mo, 2. M\u00e4rz").ifRange()).isNull();
    }

    @Test
    void ifRange_dateAlone_isTheDate() {
        assertThat(new Validator(null, MONDAY).ifRange()).isEqualTo(MONDAY);
        assertThat(Validator.NONE.ifRange()).isNull();
    }

    @Test
    void contradicts_differentTags_whateverTheDate() {
        assertThat(new Validator("\"a\"", MONDAY).contradicts(new Validator("\"b\"", MONDAY)))
                .isTrue();
        assertThat(new Validator("W/\"a\"", null).contradicts(new Validator("\"a\"", null)))
                .isFalse();
    }

    @Test
    void contradicts_differentDatesWithoutTags() {
        assertThat(new Validator(null, MONDAY).contradicts(new Validator(null, TUESDAY)))
                .isTrue();
        assertThat(new Validator("\"a\"", MONDAY).contradicts(new Validator("\"a\"", TUESDAY)))
                .isFalse();
        assertThat(new Validator("\"a\"", null).contradicts(Validator.NONE)).isFalse();
    }

    @Test
    void proves_strongTagsOnly() {
        assertThat(new Validator("\"a\"", null).proves(new Validator("\"a\"", TUESDAY)))
                .isTrue();
        assertThat(new Validator("W/\"a\"", null).proves(new Validator("W/\"a\"", null)))
                .isFalse();
        assertThat(new Validator(null, MONDAY).proves(new Validator(null, MONDAY)))
                .isFalse();
    }

    @Test
    void of_validator_takesBothHeaders() {
        assertThat(Validator.of(FakeResponse.of(200, "etag", "\"x\"", "Last-Modified", MONDAY)))
                .isEqualTo(new Validator("\"x\"", MONDAY));
    }
}
