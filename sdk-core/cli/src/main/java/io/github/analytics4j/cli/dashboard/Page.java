package io.github.analytics4j.cli.dashboard;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page: sections of panels, and at its foot what was left out. It asks the network for nothing; its policy allows its own
 * two scripts and its style by their hashes.
 */
final class Page {

    /**
     * The part of the page that belongs to one API.
     *
     * @param name of the API, its anchor on the page
     * @param title of the API, for people
     */
    record Section(String name, String title, List<Panel> panels) {}

    /** A chart, or why there is none: its request failed. */
    record Panel(
            ChartSpec spec, @Nullable Chart chart, @Nullable String error) {
        boolean isFigures() {
            return spec.kind() == ChartKind.FIGURES;
        }

        boolean isDrawn() {
            return chart != null && !isFigures() && chart.emptiness() == null;
        }
    }

    private final String title;
    private final String lead;
    private final List<Section> sections;
    private final List<String> leftOut;
    private final Html html = new Html();

    /**
     * @param lead the line below the title: the days that were asked for, and when
     * @param leftOut a sentence for each chart that is not there
     */
    Page(String title, String lead, List<Section> sections, List<String> leftOut) {
        this.title = title;
        this.lead = lead;
        this.sections = List.copyOf(sections);
        this.leftOut = List.copyOf(leftOut);
    }

    void write(Writer writer) throws IOException {
        String style = Assets.text(Assets.STYLE);
        String echarts = Assets.text(Assets.ECHARTS);
        String script = Assets.text(Assets.SCRIPT);
        head(style, echarts, script);
        body();
        writer.write(html.toString());
        writer.write("<script type=\"application/json\" id=\"data\">" + PageData.json(drawn()) + "</script>\n");
        writer.write("<script>" + echarts + "</script>\n");
        writer.write("<script>" + script + "</script>\n</body>\n</html>\n");
    }

    private List<Chart> drawn() {
        List<Chart> charts = new ArrayList<>();
        for (Section section : sections) {
            section.panels().stream().filter(Panel::isDrawn).forEach(panel -> charts.add(panel.chart()));
        }
        return charts;
    }

    private void head(String style, String echarts, String script) {
        String policy = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src " + Assets.policyHash(style)
                + "; script-src " + Assets.policyHash(echarts) + " " + Assets.policyHash(script);
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw(
                        "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
                .element("title", title)
                .raw("\n<style>" + style + "</style>\n</head>\n");
    }

    private void body() {
        html.raw("<body>\n<header>\n<div>")
                .element("h1", title)
                .element("p class=\"lead\"", lead)
                .raw("</div>\n");
        html.raw("<div class=\"bar\">");
        if (sections.size() > 1) {
            html.raw("<nav aria-label=\"APIs\">");
            sections.forEach(section -> html.raw("<a href=\"#" + section.name() + "\">")
                    .text(section.title())
                    .raw("</a>"));
            html.raw("</nav>\n");
        }
        html.raw("<button type=\"button\" id=\"theme\" hidden>Dark colours</button></div>\n");
        html.raw("<noscript>Without scripts no chart is drawn; the numbers are in the tables.</noscript>\n");
        html.raw("</header>\n<main>\n");
        sections.forEach(this::section);
        html.raw("</main>\n");
        foot();
    }

    private void section(Section section) {
        html.raw("<section id=\"" + section.name() + "\">\n")
                .element("h2", section.title())
                .raw("\n");
        html.raw("<div class=\"figures\">\n");
        section.panels().stream().filter(Panel::isFigures).forEach(this::figures);
        html.raw("</div>\n<div class=\"grid\">\n");
        section.panels().stream().filter(panel -> !panel.isFigures()).forEach(this::panel);
        html.raw("</div>\n</section>\n");
    }

    private void figures(Panel panel) {
        Chart chart = panel.chart();
        if (chart == null) {
            error(panel);
            return;
        }
        if (chart.table().rows().isEmpty()) {
            html.element("p class=\"none\"", String.valueOf(chart.emptiness())).raw("\n");
            return;
        }
        html.raw("<dl id=\"" + chart.spec().id() + "\" aria-label=\"")
                .text(chart.spec().title())
                .raw("\">");
        for (int i = 0; i < chart.categories().size(); i++) {
            Double value = chart.series().get(0).values().get(i);
            html.raw("<div>").element("dt", chart.categories().get(i));
            html.element(
                            "dd",
                            value == null ? "–" : chart.parts().get(i).measure().brief(value))
                    .raw("</div>");
        }
        html.raw("</dl>\n");
    }

    private void panel(Panel panel) {
        ChartSpec spec = panel.spec();
        html.raw("<figure id=\"" + spec.id() + "\" class=\"" + (spec.wide() ? "wide " : "")
                        + spec.kind().wireName() + "\">\n")
                .raw("<figcaption>")
                .element("h3", spec.title())
                .element("p", spec.about())
                .raw("</figcaption>\n");
        Chart chart = panel.chart();
        if (chart == null) {
            html.raw("<div class=\"chart\">");
            error(panel);
            html.raw("</div>\n</figure>\n");
            return;
        }
        String empty = chart.emptiness();
        html.raw("<div class=\"chart\">");
        if (empty == null) {
            html.raw("<div class=\"plot\" role=\"img\" aria-label=\"")
                    .text(Spoken.of(chart))
                    .raw("\"></div>");
        } else {
            html.element("p class=\"none\"", empty);
        }
        html.raw("</div>\n");
        if (chart.note() != null) {
            html.element("p class=\"note\"", chart.note()).raw("\n");
        }
        if (!chart.table().rows().isEmpty()) {
            table(chart);
        }
        html.raw("</figure>\n");
    }

    private void error(Panel panel) {
        html.raw("<div class=\"error\" role=\"status\">")
                .element("b", panel.spec().title() + " could not be fetched")
                .text(String.valueOf(panel.error()))
                .raw("</div>\n");
    }

    private void table(Chart chart) {
        int rows = chart.table().rows().size();
        html.raw("<details><summary>Table of " + Measure.COUNT.exact(rows) + (rows == 1 ? " row" : " rows")
                        + "</summary>")
                .raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .text(chart.spec().title())
                .raw(", table\"><table><thead><tr>");
        int names = chart.table().names();
        List<String> header = chart.table().header();
        for (int i = 0; i < header.size(); i++) {
            html.element("th scope=\"col\"" + (i < names ? "" : " class=\"n\""), header.get(i));
        }
        html.raw("</tr></thead><tbody>\n");
        for (List<String> row : chart.table().rows()) {
            html.raw("<tr>");
            for (int i = 0; i < row.size(); i++) {
                html.element(i >= names ? "td class=\"n\"" : i == 0 ? "th scope=\"row\"" : "td", row.get(i));
            }
            html.raw("</tr>\n");
        }
        html.raw("</tbody></table></div></details>\n");
    }

    private void foot() {
        html.raw("<footer>\n");
        if (!leftOut.isEmpty()) {
            html.raw("<h2>Left out</h2>\n<ul id=\"left-out\">\n");
            leftOut.forEach(sentence -> html.element("li", sentence).raw("\n"));
            html.raw("</ul>\n");
        }
        html.element(
                        "p",
                        "Made by analytics4j. The page is whole in this one file and asks the network for nothing. Drawn by Apache"
                                + " ECharts 6.1.0, Apache License 2.0.")
                .raw("\n</footer>\n");
    }
}
