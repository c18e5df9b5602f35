package io.github.analytics4j.codegen.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MarkdownTextTest {

    @Test
    void cells_plainLine_areTrimmed() {
        assertThat(MarkdownText.cells("|  a | `b` |c|")).containsExactly("a", "`b`", "c");
    }

    @Test
    void cells_emptyCell_counts() {
        assertThat(MarkdownText.cells("| a | | c |")).containsExactly("a", "", "c");
    }

    @Test
    void cells_withoutOuterBars_areTheSame() {
        assertThat(MarkdownText.cells("a | b")).containsExactly("a", "b");
    }

    @Test
    void cells_escapedBar_staysInItsCell() {
        assertThat(MarkdownText.cells("| float \\| null | b |")).containsExactly("float | null", "b");
    }

    @Test
    void cells_bareBar_makesOneMore() {
        assertThat(MarkdownText.cells("| float | null | b |")).hasSize(3);
    }

    @Test
    void cells_backslashAtTheEnd_isText() {
        assertThat(MarkdownText.cells("| a \\")).containsExactly("a \\");
    }

    @Test
    void cells_nothing_isOneEmptyCell() {
        assertThat(MarkdownText.cells("|")).containsExactly("");
    }

    @Test
    void plain_marks_areDropped() {
        assertThat(MarkdownText.plain("the `id`, `evt_…`")).isEqualTo("the id, evt_…");
        assertThat(MarkdownText.plain("<https://small.example>")).isEqualTo("https://small.example");
        assertThat(MarkdownText.plain("a < b")).isEqualTo("a < b");
    }

    @Test
    void heading_marks_areDropped() {
        assertThat(MarkdownText.heading("###  Record `A`: it ")).isEqualTo("Record `A`: it");
        assertThat(MarkdownText.heading("Underlined")).isEqualTo("Underlined");
    }
}
