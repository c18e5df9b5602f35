package io.github.analytics4j.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Text of SQL, taken apart at its semicolons; those inside of texts, quoted names and comments divide nothing. A line that
 * begins with a dot where a statement could begin is a command and needs none.
 *
 * @param statements the statements in their order, without their semicolons and without those that are blank
 * @param complete whether a semicolon ends the last one
 */
record SqlScript(List<String> statements, boolean complete) {

    static SqlScript of(String text) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        boolean blank = true;
        boolean open = false;
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == ';') {
                add(statements, statement, blank);
                blank = true;
                at++;
                continue;
            }
            if (blank && text.charAt(at) == '.') {
                int end = endOfLine(text, at);
                statements.add(text.substring(at, end).strip().replaceAll("\\s*;$", ""));
                statement.setLength(0);
                at = end;
                continue;
            }
            int end = endOfToken(text, at);
            open = end > text.length();
            blank &= isBlank(text, at);
            statement.append(text, at, Math.min(end, text.length()));
            at = end;
        }
        boolean complete = blank && !open;
        add(statements, statement, blank);
        return new SqlScript(List.copyOf(statements), complete);
    }

    private static void add(List<String> statements, StringBuilder statement, boolean blank) {
        if (!blank) {
            statements.add(statement.toString().strip());
        }
        statement.setLength(0);
    }

    private static boolean isBlank(String text, int at) {
        return Character.isWhitespace(text.charAt(at)) || text.startsWith("--", at) || text.startsWith("/*", at);
    }

    /** The index behind the token that begins there; one more than the text is long if its end is missing. */
    private static int endOfToken(String text, int at) {
        char first = text.charAt(at);
        if (first == '\'' || first == '"') {
            return behind(text, String.valueOf(first), at + 1); // a doubled quote is the end and a new beginning
        } else if (text.startsWith("--", at)) {
            return endOfLine(text, at);
        } else if (text.startsWith("/*", at)) {
            return endOfComment(text, at + 2);
        } else if (first == '$') {
            return endOfDollars(text, at);
        } else if ((first == 'e' || first == 'E') && text.startsWith("'", at + 1)) {
            return endOfEscaped(text, at + 2);
        }
        int end = at + 1;
        while (Character.isJavaIdentifierStart(first) && end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int endOfLine(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    private static boolean isWord(char c) {
        return Character.isJavaIdentifierPart(c);
    }

    private static int behind(String text, String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() + 1 : found + end.length();
    }

    /** Comments may hold comments. */
    private static int endOfComment(String text, int from) {
        int depth = 1;
        int at = from;
        while (at < text.length()) {
            if (text.startsWith("*/", at)) {
                at += 2;
                if (--depth == 0) {
                    return at;
                }
            } else if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else {
                at++;
            }
        }
        return text.length() + 1;
    }

    /** {@code $tag$ ... $tag$}; a dollar before anything else stands for itself. */
    private static int endOfDollars(String text, int at) {
        int second = at + 1;
        while (second < text.length() && text.charAt(second) != '$' && isWord(text.charAt(second))) {
            second++;
        }
        boolean tag = second < text.length() && text.charAt(second) == '$' && !Character.isDigit(text.charAt(at + 1));
        return tag ? behind(text, text.substring(at, second + 1), second + 1) : at + 1;
    }

    private static int endOfEscaped(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\'') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}
