package io.github.analytics4j.cli.dashboard;

import java.util.Locale;

/** How the rows of a table are drawn. */
enum ChartKind {
    /** Tiles with one number each, from a table of one row. */
    FIGURES("Figures"),
    /** Lines over days or other steps. */
    LINE("Line chart"),
    /** Bars that stand, over days or buckets. */
    BARS("Bar chart"),
    /** Bars that stand, divided by series. */
    STACK("Stacked bar chart"),
    /** Bars that lie, the longest on top, each under its name. */
    RANKS("Bar chart"),
    /** A ring of the parts of a whole. */
    PARTS("Ring chart"),
    /** Stages, each narrower than the one before. */
    FUNNEL("Funnel chart"),
    /** A grid of cells, darker or brighter by value. */
    HEATMAP("Heat map"),
    /** One dot for each row, over time. */
    DOTS("Scatter chart");

    private final String words;

    ChartKind(String words) {
        this.words = words;
    }

    /** The kind in words, for those who hear the page. */
    String words() {
        return words;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
