package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "attachment; filename=\"june.csv\"|june.csv",
                "attachment; filename=june.csv|june.csv",
                "attachment; filename=\"a.csv\"; filename*=UTF-8''%C3%BCber%20june.csv|über june.csv",
                "attachment; filename=\"ju\\\"ne.csv\"|ju_ne.csv",
                "attachment; filename=\"../../etc/passwd\"|passwd",
                "attachment; filename=\"..\\..\\boot.ini\"|boot.ini",
                "attachment; filename=\"/etc/passwd\"|passwd",
                "attachment; filename*=utf-8''..%2F..%2Fx.csv|x.csv",
                "attachment; filename=\"C:x.csv\"|C_x.csv",
                "attachment; filename=\"..\"|fallback",
                "attachment; filename=\"\"|fallback",
                "attachment; filename=\"/\"|fallback",
                "attachment; filename=\".hidden\"|hidden",
                "attachment; filename=\"x.csv. \"|x.csv",
                "attachment; filename=\"con.csv\"|_con.csv",
                "attachment; filename=\"NUL\"|_NUL",
                "attachment; filename=\"a*b?c<d>e.csv\"|a_b_c_d_e.csv",
                "attachment; filename=june report.csv; size=3|june report.csv",
                "attachment; filename=\"june.csv|june.csv",
                "attachment; filename=\"june.csv; size=3|june.csv",
                "attachment; filename=june.csv\"|june.csv",
                "attachment; filename=\"a \"quoted\" name.csv\"; size=3|a _quoted_ name.csv",
                "attachment; filename=\"a;b.csv\"|a;b.csv",
                "attachment; filename=\"C:\\Users\\june.csv\"|june.csv",
                "attachment; filename*=\"UTF-8''j%C3%BCne.csv\"|jüne.csv",
                "attachment; filename*=iso-8859-1'en'j%FCne.csv|jüne.csv",
                "attachment; filename*=UTF-8''j%FCne.csv|jüne.csv",
                "attachment; filename*=x-unknown''june.csv|june.csv",
                "attachment; filename*=june.csv|june.csv",
                "attachment; filename*=UTF-8''; filename=june.csv|june.csv",
                "attachment; filename*=UTF-8''..; filename=june.csv|june.csv",
                "attachment; filename=\"june.csv.part\"|june.csv.part_",
                "attachment; filename=\"june.csv.part.resume\"|june.csv.part.resume_",
                "attachment; filename=\"CON .csv\"|_CON .csv",
                "attachment; filename=\"com0\"|_com0",
                "attachment; filename=\"lpt\u00b9.txt\"|_lpt\u00b9.txt",
                "attachment; filename=\"conin$\"|_conin$",
                "filename=june.csv|june.csv",
                ";;;filename=|fallback",
                "inline|fallback",
                "attachment; xfilename=\"x.csv\"|fallback"
            })
    void from_header_staysInTheFolder(String header, String expected) {
        assertThat(SafeName.from(header, "fallback")).isEqualTo(expected);
    }

    @Test
    void from_pipe_isReplaced() {
        assertThat(SafeName.from("attachment; filename=\"e|f.csv\"", "fallback"))
                .isEqualTo("e_f.csv");
    }

    @Test
    void from_controlAndBidiCharacters_areReplaced() {
        assertThat(SafeName.from("attachment; filename=\"a\u0000b\u202ec\u200bd.csv\"", "f"))
                .isEqualTo("a_b_c_d.csv");
    }

    @Test
    void from_longName_isCutAndKeepsItsExtension() {
        String name = SafeName.from("attachment; filename=\"" + "ü".repeat(300) + ".csv\"", "f");
        assertThat(name).endsWith("ü.csv");
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void part_ofALongName_fitsAndIsTheSameEachTime() {
        assertThat(SafeName.part("june.csv")).isEqualTo("june.csv.part");
        String longest = "j".repeat(255);
        assertThat(SafeName.part(longest)).isEqualTo(SafeName.part(longest)).hasSizeLessThanOrEqualTo(242);
        assertThat(SafeName.part(longest)).isNotEqualTo(SafeName.part("j".repeat(254)));
        assertThat(SafeName.part("ü".repeat(127)).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(242);
    }

    @Test
    void from_absent_isTheFallback() {
        assertThat(SafeName.from(null, "rpt_1.csv")).isEqualTo("rpt_1.csv");
    }

    @Test
    void from_anything_namesAFileInTheFolder() {
        long seed = 20261121;
        Random random = new Random(seed);
        String alphabet = "ab./\\:%2E2F\"';=* \u0000\u202e~$`|ü\ud83d\ude00filename";
        Path folder = Path.of("/folder");
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text =
                    new StringBuilder(random.nextBoolean() ? "attachment; filename=\"" : "a; filename*=utf-8''");
            for (int n = random.nextInt(30); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String name = SafeName.from(text + "\"", "fallback");
            Path file = folder.resolve(name).normalize();
            assertThat(file.getParent())
                    .as("seed %d, case %d: %s", seed, i, text)
                    .isEqualTo(folder);
            assertThat(name)
                    .as("seed %d, case %d: %s", seed, i, text)
                    .doesNotStartWith(".")
                    .isNotBlank();
        }
    }
}
