package io.github.analytics4j.codegen.docs;

import java.util.List;
import java.util.Locale;

/** Collects a page of GitHub-flavoured Markdown. Text of a spec is not trusted: it opens no markup, and ends no cell. */
final class Markdown {

    private final StringBuilder page = new StringBuilder();

    void line(String line) {
        page.append(line).append('\n');
    }

    /** A heading, with a blank line around it. */
    void heading(int level, String title) {
        end();
        line("#".repeat(level) + " " + title);
        page.append('\n');
    }

    void paragraph(String markdown) {
        line(markdown);
        page.append('\n');
    }

    /** A line of a list; {@link #end} closes it. */
    void item(String markdown) {
        line("- " + markdown);
    }

    /** A blank line, unless there is one. */
    void end() {
        if (page.length() > 1 && page.charAt(page.length() - 2) != '\n') {
            page.append('\n');
        }
    }

    void table(List<String> head, List<List<String>> rows) {
        row(head);
        row(head.stream().map(each -> "---").toList());
        rows.forEach(this::row);
        page.append('\n');
    }

    private void row(List<String> cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    /** Text as text, on one line. */
    static String text(String plain) {
        return plain.strip()
                .replaceAll("\\s+", " ")
                .replaceAll("([\\\\`*_{}\\[\\]<>|#~])", "\\\\$1")
                .replace("&", "&amp;");
    }

    /** Text as code. A bar would end a cell there too. */
    static String code(String plain) {
        String safe = plain.replaceAll("\\s+", " ").replace("|", "\\|");
        if (safe.isBlank()) {
            return "(blank)";
        }
        return safe.indexOf('`') < 0 ? "`" + safe + "`" : "`` " + safe + " ``";
    }

    /** A link to the heading of that name. */
    static String link(String heading) {
        String anchor =
                heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_ -]", "").replace(' ', '-');
        return "[`" + heading + "`](#" + anchor + ")";
    }

    static String url(String url) {
        return url.replace("(", "%28").replace(")", "%29").replace(" ", "%20");
    }

    @Override
    public String toString() {
        return page.toString().stripTrailing() + "\n";
    }
}
