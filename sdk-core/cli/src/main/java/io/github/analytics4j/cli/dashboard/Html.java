package io.github.analytics4j.cli.dashboard;

/** Writes HTML: tags as they are, texts escaped. */
final class Html {
    private final StringBuilder html = new StringBuilder();

    /** Markup from this program, as it is. */
    Html raw(String markup) {
        html.append(markup);
        return this;
    }

    /** A text from anywhere. It may stand in an element or in an attribute within double quotes. */
    Html text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(isShown(text, i) ? c : '\ufffd');
            }
        }
        return this;
    }

    /** An element with nothing but a text in it. */
    Html element(String tag, String text) {
        raw("<" + tag + ">").text(text);
        int end = tag.indexOf(' ');
        return raw("</" + (end < 0 ? tag : tag.substring(0, end)) + ">");
    }

    /** HTML knows no control characters but white space, UTF-8 no half of a pair. */
    private static boolean isShown(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return !Character.isISOControl(c) || c == '\n' || c == '\t';
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
