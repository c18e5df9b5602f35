package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.download.Checksums.StatedSum;
import io.github.analytics4j.download.FileFacts.Validator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SidecarContentTest {
    private static final SidecarFile.Content FULL = new SidecarFile.Content(
            "voisnap.reports.download rpt_1 at https://api.voisnap.ai",
            new FileFacts(
                    new Validator("\"a: b\"", "Mon, 02 Nov 2026 10:00:00 GMT"),
                    123,
                    List.of(
                            new StatedSum(IntegrityCheck.MD5, "00ff", "Content-MD5"),
                            new StatedSum(IntegrityCheck.CRC32, "01", "x-y")),
                    "text/csv; charset=utf-8",
                    null),
            77,
            "me");

    @Test
    void toText_full_isReadable() {
        assertThat(FULL.toText())
                .isEqualTo("analytics4j-download: 1\n"
                        + "identity: voisnap.reports.download rpt_1 at https://api.voisnap.ai\n"
                        + "owner: me\n"
                        + "etag: \"a: b\"\n"
                        + "last-modified: Mon, 02 Nov 2026 10:00:00 GMT\n"
                        + "length: 123\n"
                        + "position: 77\n"
                        + "content-type: text/csv; charset=utf-8\n"
                        + "sum: MD5 00ff Content-MD5\n"
                        + "sum: CRC32 01 x-y\n"
                        + "end: " + FULL.toText().substring(FULL.toText().lastIndexOf("end: ") + 5));
    }

    @Test
    void parse_ownText_givesTheSame() {
        SidecarFile.Content bare = new SidecarFile.Content("x", FileFacts.UNKNOWN, 0, "o");
        assertThat(SidecarFile.Content.parse(FULL.toText())).isEqualTo(FULL);
        assertThat(SidecarFile.Content.parse(bare.toText())).isEqualTo(bare);
    }

    @Test
    void parse_trailingRubbish_isOverlooked() {
        assertThat(SidecarFile.Content.parse(FULL.toText() + "\u0000\u0000\u0000"))
                .isEqualTo(FULL);
    }

    @Test
    void parse_tornAnywhere_isNull() {
        String text = FULL.toText();
        int complete = text.length() - 1; // without its last line end it is whole
        for (int cut = 0; cut < complete; cut++) {
            assertThat(SidecarFile.Content.parse(text.substring(0, cut)))
                    .as("cut at %d", cut)
                    .isNull();
        }
    }

    @Test
    void parse_anyByteChanged_isNullOrTheSame() {
        long seed = 7;
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder(FULL.toText());
            text.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(90)));
            SidecarFile.Content read = SidecarFile.Content.parse(text.toString());
            assertThat(read == null || read.equals(FULL))
                    .as("seed %d, case %d: %s", seed, i, text)
                    .isTrue();
        }
    }

    @Test
    void parse_foreign_isNull() {
        assertThat(SidecarFile.Content.parse("")).isNull();
        assertThat(SidecarFile.Content.parse("hello\nend: 1")).isNull();
        assertThat(SidecarFile.Content.parse("analytics4j-download: 2\nend: 1")).isNull();
    }

    @Test
    void toText_identityWithLineEnds_staysOneLine() {
        SidecarFile.Content sidecar = new SidecarFile.Content("a\nlength: 5", FileFacts.UNKNOWN, 0, "o");
        SidecarFile.Content read = SidecarFile.Content.parse(sidecar.toText());
        assertThat(read.identity()).isEqualTo("a length: 5");
        assertThat(read.facts().total()).isEqualTo(-1);
    }
}
