package io.github.analytics4j.download;

/** The kind of file that is expected; another is refused as an error page. */
public enum FileKind {
    /** Anything: nothing is checked. */
    ANY,
    /** Comma-separated values: text that is not XML, HTML or JSON. */
    CSV,
    /** A PDF document. */
    PDF
}
