package io.github.analytics4j.codegen.docs;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Writes a page in Markdown as the overview of a module's Javadoc, whose tool reads no Markdown in Java 17. The profile {@code
 * release} runs it as a source, in each module before that is documented, so that it stands on CommonMark alone.
 */
public final class Overview {
    private static final String HOME = "https://github.com/analytics4j/analytics4j/blob/main/";
    private static final Pattern LINK = Pattern.compile("<a href=\"(?![a-z]+:|#)([^\"]*)\"");
    private static final Pattern HEADING = Pattern.compile("<(h[1-6])>(.*?)</\\1>|<table>");

    private Overview() {}

    /** Takes the folder of the repository, the page, and the file to be written. */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]).toAbsolutePath().normalize();
        Path page = Path.of(args[1]).toAbsolutePath().normalize();
        Path overview = Path.of(args[2]);
        Files.createDirectories(overview.toAbsolutePath().getParent());
        Files.writeString(overview, html(root.relativize(page).toString().replace('\\', '/'), Files.readString(page)));
    }

    /** The overview that a page at a path in the repository makes; what it links to by a path is linked on our home page. */
    static String html(String path, String markdown) {
        List<Extension> tables = List.of(TablesExtension.create());
        String body = HtmlRenderer.builder()
                .extensions(tables)
                .build()
                .render(Parser.builder().extensions(tables).build().parse(markdown))
                .replace("@", "&#64;") // else a tag of Javadoc's
                .replace(" align=\"right\"", " style=\"text-align: right\"");
        body = LINK.matcher(body)
                .replaceAll(link -> Matcher.quoteReplacement(
                        "<a href=\"" + HOME + URI.create(path).resolve(link.group(1)) + "\""));
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head><title>Overview</title></head>\n<body>\n" + named(body)
                + "</body>\n</html>\n";
    }

    /** Headings have the anchors that links on the page lead to, and tables the caption that doclint wants: their heading. */
    private static String named(String body) {
        StringBuilder out = new StringBuilder();
        String heading = "";
        int done = 0;
        for (MatchResult found : HEADING.matcher(body).results().toList()) {
            out.append(body, done, found.start());
            done = found.end();
            if (found.group(1) == null) {
                out.append("<table class=\"striped\">\n<caption>")
                        .append(heading)
                        .append("</caption>");
            } else {
                heading = found.group(2).replaceAll("<[^>]*>", "");
                String anchor = heading.toLowerCase(Locale.ROOT)
                        .replaceAll("&\\w+;", "")
                        .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
                        .replace(' ', '-');
                out.append("<%1$s id=\"%2$s\">%3$s</%1$s>".formatted(found.group(1), anchor, found.group(2)));
            }
        }
        return out.append(body, done, body.length()).toString();
    }
}
