package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
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
                .isEqualTo("***? This is ***, and Annabel Smithson. a=***");
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

    /** All that people, screens and programs put between digits. */
    private static final String[] GAPS = {
        " ",
        "\t",
        "\u2014",
        "\u2009",
        "\u2000",
        "\u200a",
        "\u00b7",
        "'",
        "\u2019",
        "\u2022",
        "\u200b",
        "\u00ad",
        "\u2212",
        "*",
        ";",
        "|",
        "~",
        "&nbsp;",
        "\n",
        "\r\n",
        " - ",
        ") - ",
        "%20",
        "%E2%80%89",
        "&#8201;",
        "&#x2009;",
        "\\n",
        "\\u2009",
        ", ",
        "...",
        "\u3000",
        "\ufeff",
        "\u20e3",
        "%252D"
    };

    @ParameterizedTest
    @FieldSource("GAPS")
    void text_phoneWithAnythingBetween_isMaskedWhole(String gap) {
        Scrubber scrubber = new Scrubber().hide("+14155552671");
        for (String spelled : new String[] {
            "1" + gap + "415" + gap + "555" + gap + "2671",
            "1415" + gap + "5552671",
            String.join(gap, "14155552671".split(""))
        }) {
            assertThat(scrubber.text("at " + spelled + " now")).isEqualTo("at *** now");
        }
    }

    @Test
    void text_fourSeparators_areAllTakenOut() {
        Scrubber scrubber = new Scrubber().hide("+14155552671");
        assertThat(scrubber.text("is (415) - 555 - 2671 it")).isEqualTo("is (*** it");
        assertThat(scrubber.text("555 or 2671, 555 and 2671, 555x2671"))
                .isEqualTo("555 or 2671, 555 and 2671, 555x2671");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "14155552671;ext=99 ! 4155552671 x99",
                "14155552671;ext=99 ! +1 415 555 2671",
                "14155552671;ext=99 ! (415) 555-2671 extension 99",
                "+1 (415) 555-2671 x99 ! 4155552671",
                "+14155552671,,99 ! 4155552671",
                "+14155552671#99 ! 14155552671;ext=99",
                "tel:+1-415-555-2671;phone-context=example.com ! 4155552671",
                "sip:+14155552671@gateway.example.com ! 4155552671",
                "+14155552671 +14155550942 ! 4155552671"
            })
    void text_valueWithMoreThanANumber_numberIsFound(String value, String spelled) {
        assertThat(new Scrubber().hide(value).text("at " + spelled + " now").replace("(", ""))
                .isEqualTo("at *** now");
    }

    @Test
    void text_dayInATextThatIsHidden_isLeft() {
        assertThat(new Scrubber().hide("it was on 2026-11-24, said Anna").text("from 2026-11-24 on"))
                .isEqualTo("from 2026-11-24 on");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "Jos\u00e9 ! https://x/?n=Jos%C3%A9&m=1 ! https://x/?n=***&m=1",
                "Jos\u00e9 ! https://x/?n=Jose%CC%81&m=1 ! https://x/?n=***&m=1",
                "Jos\u00e9 ! https://x/?u=n%3DJos%25C3%25A9 ! https://x/?u=n%3D***",
                "Jos\u00e9 ! I am Jose\u0301, he said ! I am ***, he said",
                "Jose\u0301 ! I am Jos\u00e9, JOSE\u0301 or jose ! I am ***, *** or ***",
                "Jos\u00e9 ! Josefa and San Jos\u00e9fo ! Josefa and San Jos\u00e9fo",
                "O'Neil ! O\u2019Neil, o\u02bcneil, O&#39;Neil, O%27Neil, O`Neil, ONeil, O Neil ! ***, ***, ***, ***, ***, ***, ***",
                "Sean O\u2019Neil ! O'Neil's son Sean ! ***'s son ***",
                "Anna Smith ! anna.smith@x, anna_smith, Anna+Smith, Anna&nbsp;Smith, Anna\u00a0 Smith ! ***@x, ***, ***, ***, ***",
                "Stra\u00dfer ! STRASSER ! ***",
                "\u00c5ngstr\u00f6m ! A\u030angstro\u0308m and \u212bngstr\u00f6m ! *** and ***",
                "\uff21\uff4e\uff4e\uff41 ! Anna ! ***",
                "Vi\u1ec7t ! Vi\u00ea\u0323t Vie\u0323\u0302t ! *** ***",
                "\ud55c\uad6d\ubbfc ! \u1112\u1161\u11ab\u1100\u116e\u11a8\u1106\u1175\u11ab\uc740 ! ***\uc740",
                "Jo\u00e3o ! {\\\"n\\\":\\\"Jo\\u00e3o\\\"} ! {\\\"n\\\":\\\"***\\\"}"
            })
    void text_nameHoweverWritten_isMasked(String value, String text, String scrubbed) {
        assertThat(new Scrubber().hide(value).text(text)).isEqualTo(scrubbed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "Li ! Li said to LI: like a lie, Lisa; li ! *** said to ***: like a lie, Lisa; li",
                "Jo ! sip:Jo@host, Joan, job ! sip:***@host, Joan, job",
                "Jo Smith ! Jo or Smith and Jo, Smith ! *** or *** and ***",
                "Maria de Souza ! De facto de Souza ! De facto de ***",
                "\u738b\u4f1f ! \u6211\u53eb\u738b\u4f1f\uff0c\u4f60\u597d ! \u6211\u53eb***\uff0c\u4f60\u597d",
                "\u738b\u4f1f ! \u6211\u53eb\u738b\u4f1f\u5148\u751f \u738b ! \u6211\u53eb***\u5148\u751f \u738b",
                "\u738b\u5c0f\u660e ! \u6211\u53eb\u738b\u5c0f\u660e\u5427 ! \u6211\u53eb***\u5427",
                "\u738b\u4f1f ! a%E7%8E%8B%E4%BC%9Fb ! a***b",
                "Li ! \u674eLi\u5148\u751f ! \u674e***\u5148\u751f",
                "\u5c71\u7530 ! \u5c71\u7530\u3055\u3093 ! ***\u3055\u3093",
                "\u3086\u3044 ! \u3086\u3044\u3044\u3064 \u3086\u3044 ! \u3086\u3044\u3044\u3064 ***",
                "\uae40\ubbfc\uc218 ! \uae40\ubbfc\uc218\uac00 \uae40\ubbfc\uc21c ! ***\uac00 \uae40\ubbfc\uc21c",
                "X ! X and x ! X and x"
            })
    void text_shortName_isMaskedWhereItIsAWordOfItsOwn(String value, String text, String scrubbed) {
        assertThat(new Scrubber().hide(value).text(text)).isEqualTo(scrubbed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "4711 ! 4711, 10:30 and 4 7 1 1 ! ***, 10:30 and ***",
                "4711 ! 14711 47110 4711x 3.4711 4711-12-01 12:4711 ! 14711 47110 4711x 3.4711 4711-12-01 12:4711",
                "2026 ! 2026-11-24T10:00:00Z ! 2026-11-24T10:00:00Z",
                "555-267 ! dial 555267. Then 555 267 ! dial ***. Then ***",
                "911 ! 911 ! 911"
            })
    void text_shortNumber_isMaskedWhereItIsANumberOfItsOwn(String value, String text, String scrubbed) {
        Scrubber scrubber = new Scrubber().hide(value);
        assertThat(scrubber.text(text)).isEqualTo(scrubbed);
        assertThat(scrubber.id(text)).isEqualTo(text);
    }

    @Test
    void holds_numberWithOrWithoutItsBeginning_isTold() {
        Scrubber scrubber = new Scrubber().hide("+14155552671").hide("4711");
        for (Number number :
                new Number[] {14155552671L, 4155552671L, 1.4155552671E10, new BigDecimal("14155552671.00")}) {
            assertThat(scrubber.holds(number)).as(number.toString()).isTrue();
        }
        for (Number number : new Number[] {4711L, 552671L, 14155552672L, 0.4155552671, Double.NaN}) {
            assertThat(scrubber.holds(number)).as(number.toString()).isFalse();
        }
    }

    @Test
    void text_escapesThatAreNone_areLeftAndHideNothing() {
        Scrubber scrubber = new Scrubber().hide("+14155552671").hide("Jos\u00e9");
        assertThat(scrubber.text("%4155552671 %C3 %zz & &x; &#xzz; &#99999999; \\u12 \\ %"))
                .isEqualTo("%*** %C3 %zz & &x; &#xzz; &#99999999; \\u12 \\ %");
        assertThat(scrubber.text("half \ud800 Jos\u00e9 \udc00")).isEqualTo("half \ud800 *** \udc00");
    }

    /** Whatever stands around a value and between its digits: it is gone, and the rest is there. */
    @Test
    void text_randomTexts_loseTheValueAndNoMore() {
        long seed = Long.getLong("walk.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            String phone = "1" + (2_000_000_000L + random.nextInt(Integer.MAX_VALUE));
            String name = NAMES[random.nextInt(NAMES.length)];
            Scrubber scrubber = new Scrubber().hide("+" + phone).hide(name);
            StringBuilder spelled = new StringBuilder();
            int from = random.nextInt(4);
            for (int at = from; at < phone.length(); at++) {
                String gap = random.nextInt(3) == 0 ? GAPS[random.nextInt(GAPS.length)] : "";
                spelled.append(at == from ? "" : gap).append(phone.charAt(at));
            }
            String form = spelledName(name, random);
            String text = "from " + spelled + " to " + form + "; end";
            String what = "seed " + seed + ": " + name + " in " + text;
            assertThat(scrubber.text(text)).as(what).isEqualTo("from *** to ***; end");
            assertThat(scrubber.text(scrubber.text(text))).as(what).isEqualTo("from *** to ***; end");
            char last = phone.charAt(phone.length() - 1);
            String near = phone.substring(from, phone.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
            String other = "from " + near + " to " + name + name + "; end";
            assertThat(scrubber.text(other)).as("seed " + seed).isEqualTo(other);
        }
    }

    private static final String[] NAMES = {
        "Wilhelmina",
        "Jos\u00e9",
        "O'Neil",
        "\u00c5se",
        "Nguy\u1ec5n",
        "\u0410\u043d\u0434\u0440\u0435\u0439",
        "Zo\u00eb",
        "\u0391\u03bd\u03b4\u03c1\u03ad\u03b1\u03c2"
    };

    private static String spelledName(String name, Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> Normalizer.normalize(name, Normalizer.Form.NFD);
            case 1 -> URLEncoder.encode(name, StandardCharsets.UTF_8);
            case 2 -> URLEncoder.encode(Normalizer.normalize(name, Normalizer.Form.NFD), StandardCharsets.UTF_8);
            case 3 -> name.toUpperCase(Locale.ROOT);
            case 4 -> name.replace('\'', '\u2019');
            case 5 -> name.codePoints().mapToObj(c -> "&#" + c + ";").collect(Collectors.joining());
            default -> name.toLowerCase(Locale.ROOT);
        };
    }
}
