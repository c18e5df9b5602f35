package io.github.analytics4j.client;

/** What a header can carry, checked here because OkHttp's own message would repeat the value. */
final class HeaderText {
    private static final String TOKEN = "!#$%&'*+-.^_`|~";

    private HeaderText() {}

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(c -> c < 0x7f && (Character.isLetterOrDigit(c) || TOKEN.indexOf(c) >= 0));
    }

    static boolean isValue(String value) {
        return value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c < 0x7f));
    }
}
