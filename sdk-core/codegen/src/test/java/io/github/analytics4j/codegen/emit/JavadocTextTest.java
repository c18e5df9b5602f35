package io.github.analytics4j.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.codegen.model.Doc;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JavadocTextTest {

    @Test
    void escape_commentEnd_endsNothing() {
        assertThat(JavadocText.escape("a */ b **/ c /* d / * e")).isEqualTo("a *&#47; b **&#47; c /* d / * e");
    }

    @Test
    void escape_unicodeEscape_startsNothing() {
        assertThat(JavadocText.escape("\\u002a/ \\n")).isEqualTo("&#92;u002a/ &#92;n");
    }

    @Test
    void escape_tagsAndHtml_areText() {
        assertThat(JavadocText.escape("{@link X} @param <b>R&D</b>"))
                .isEqualTo("&#123;&#64;link X&#125; &#64;param &lt;b&gt;R&amp;D&lt;/b&gt;");
    }

    @Test
    void escape_controlCharacters_areBlanks() {
        assertThat(JavadocText.escape("a\tb\u0000c\u0085d")).isEqualTo("a b c d");
    }

    @Test
    void escape_anything_leavesNothingThatJavaOrJavadocReads() {
        long seed = Long.getLong("walk.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
                text.append("*/\\u@<>{}&a02 \n".charAt(random.nextInt(15)));
            }
            String safe = JavadocText.escape(text.toString());
            assertThat(safe)
                    .as("seed %d, text %s", seed, text)
                    .doesNotContain("*/", "\\", "@", "<", ">", "{", "}", "\n");
        }
    }

    @Test
    void sentences_meaningUnitAndScale_areOneParagraph() {
        assertThat(JavadocText.sentences(new Doc("The share\n of calls", "percent", "0-100")))
                .isEqualTo("The share of calls. Unit: percent. Scale: 0-100.");
    }

    @Test
    void sentences_alreadyEnded_getNoSecondStop() {
        assertThat(JavadocText.sentences(Doc.of("Really?"))).isEqualTo("Really?");
        assertThat(JavadocText.sentences(Doc.of(" "))).isEmpty();
    }

    @Test
    void paragraphs_blankLines_becomeParagraphs_unitAtTheEnd() {
        assertThat(JavadocText.paragraphs(new Doc("One.\n\nTwo", "calls", null)).toString())
                .isEqualTo("One.\n\n<p>Two. Unit: calls.\n");
    }

    @Test
    void paragraphs_dollars_areText() {
        assertThat(JavadocText.paragraphs(Doc.of("$L $T $$")).toString()).isEqualTo("$L $T $$.\n");
    }

    @Test
    void code_blank_saysSo() {
        assertThat(JavadocText.code("")).isEqualTo("(blank text)");
    }

    @Test
    void code_plainText_isACodeTag_anythingElseIsEscaped() {
        assertThat(JavadocText.code("GET /things/{id}/")).isEqualTo("{@code GET /things/{id}/}");
        assertThat(JavadocText.code("in-progress")).isEqualTo("{@code in-progress}");
        assertThat(JavadocText.code("a<b")).isEqualTo("<code>a&lt;b</code>");
        assertThat(JavadocText.code("a}b")).isEqualTo("<code>a&#125;b</code>");
        assertThat(JavadocText.code("*/")).isEqualTo("<code>*&#47;</code>");
    }
}
