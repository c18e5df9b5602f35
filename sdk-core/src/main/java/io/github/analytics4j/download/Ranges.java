package io.github.analytics4j.download;

import java.util.LinkedHashMap;
import java.util.Map;

/** Whether one run asks for ranges, and what it heard of the file's length where they were refused. Used by one thread. */
final class Ranges {
    /**
     * How far a range reaches back into what is there. Comparing it costs a packet and tells a changed file even where
     * the server states nothing to tell it by; and no range ever begins behind the end of the file.
     */
    static final int OVERLAP = 1024;

    private boolean usable = true;
    private boolean asked;
    private boolean triedWithout;
    private long length = -1;
    private long contradiction = -1;

    /** The headers of the next request: for what lies behind the bytes that are there, or for the whole file. */
    Map<String, String> headers(Target target, boolean probing) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept-Encoding", "identity");
        long from = target.position() - OVERLAP;
        asked = probing || (usable && from > 0);
        if (asked) {
            headers.put("Range", "bytes=" + Math.max(0, from) + "-");
            String validator = target.facts().validator().ifRange();
            if (validator != null) {
                headers.put("If-Range", validator);
            }
        }
        return headers;
    }

    /** Whether the last request was for a range. */
    boolean asked() {
        return asked;
    }

    void usable(boolean served) {
        usable = served;
    }

    /** The server refuses ranges; it may have told a length with that, else -1. */
    void refused(long told) {
        usable = false;
        length = told;
    }

    /** The length that was told where a range was refused that the file would have, or -1. */
    long length() {
        return length;
    }

    /** Whether the last refusal may be of the range and not of the file: then the next request is without one, once a run. */
    boolean tryWithout() {
        usable = !asked || triedWithout;
        triedWithout |= asked;
        return !usable;
    }

    /** Whether the last request was without a range since one was refused. */
    boolean isTrial() {
        return triedWithout && !asked && !usable;
    }

    /** Takes note that the file is said to be shorter than what came; true if that was said of it before. */
    boolean isContradictedAgain(long told) {
        boolean again = contradiction == told;
        contradiction = told;
        return again;
    }

    /** Nothing that was told of the file holds any more. */
    void forget() {
        length = -1;
    }
}
