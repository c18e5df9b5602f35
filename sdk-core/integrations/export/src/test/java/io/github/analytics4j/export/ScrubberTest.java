package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Private values are found in the texts that repeat them, and others are left. */
class ScrubberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+14155550942",
                "0014155550942",
                "1-415-555-0942",
                "(415) 555-0942",
                "415.555.0942",
                "5550942",
                "4 1 5 5 5 5 0 9 4 2",
                "4, 1, 5, 5, 5, 5, 0, 9, 4, 2",
                "+1%20415%20555%200942",
                "%2B14155550942",
                "\uff11\uff14\uff11\uff15\uff15\uff15\uff15\uff10\uff19\uff14\uff12",
                "\u0661\u0664\u0661\u0665\u0665\u0665\u0665\u0660\u0669\u0664\u0662",
                "2026-11-24 14155550942"
            })
    void text_phoneHoweverSpelled_isMasked(String spelled) {
        String scrubbed = new Scrubber().hide("+1 (415) 555-0942").text("call me at " + spelled + " please");
        assertThat(scrubbed).startsWith("call me at ").endsWith("*** please");
        assertThat(scrubbed.codePoints()
                        .map(c -> Character.digit(c, 10))
                        .filter(d -> d >= 0)
                        .count())
                .isLessThanOrEqualTo(10);
        assertThat(scrubbed).doesNotContain("942").doesNotContain("9 4 2");
    }

    @Test
    void text_otherNumbers_areLeft() {
        Scrubber scrubber = new Scrubber().hide("+14155550942");
        for (String text : new String[] {
            "4155550943", "2026-11-24T10:00:00Z", "order 5550", "1,415", "555 and 0942 apart: 555 xx 0942"
        }) {
            assertThat(scrubber.text(text)).isEqualTo(text);
        }
    }

    @Test
    void text_nameInAnyCase_isMaskedAsAWord() {
        Scrubber scrubber = new Scrubber().hide("Anna Smith");
        assertThat(scrubber.text("ANNA? This is anna smith, and Annabel Smithson. a=Anna%20Smith"))
                .isEqualTo("***? This is ***, and Annabel Smithson. a=***%20***");
    }

    @Test
    void json_namesTextsAndNumbers_areMaskedAndItStaysJson() {
        Scrubber scrubber = new Scrubber().hide("+14155550942");
        assertThat(scrubber.json("{\"+14155550942\":[14155550942,\"\\u0034155550942\",{\"n\":1.50}],\"a\":null}"))
                .isEqualTo("{\"***\":[\"***\",\"***\",{\"n\":1.50}],\"a\":null}");
        assertThat(scrubber.json("{ \"a\" : 1 }")).isEqualTo("{\"a\":1}");
    }

    @Test
    void text_regularCharacters_areNoPattern() {
        assertThat(new Scrubber().hide("a.b*c").text("a.b*c axbxc")).isEqualTo("*** axbxc");
    }
}
