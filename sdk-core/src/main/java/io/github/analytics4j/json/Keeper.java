package io.github.analytics4j.json;

import io.github.analytics4j.json.Deviation.Kind;
import io.github.analytics4j.json.JsonSyntaxException.Problem;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Keeps, with the record it belongs to, what was not foreseen or would be written back otherwise. */
final class Keeper {
    private final Tokens in;
    private final Frames frames;
    /** True after a value that was kept as unexpected: whoever collects values leaves it out. */
    boolean refused;
    /** The whole document, if it turned out to be of another kind than expected. */
    @Nullable
    String root;

    Keeper(Tokens in, Frames frames) {
        this.in = in;
        this.frames = frames;
    }

    /** Takes null, which is no news in a field that may be null; or keeps a value of another kind than expected. */
    void nullOrRefuse(String expected) throws IOException {
        if (in.peek() != 'n') {
            refuse(expected);
            return;
        }
        in.literal("null");
        if (frames.depth() == 0) {
            throw in.fail(Problem.MALFORMED, "expected " + expected + " but found null");
        }
        Frame top = frames.top();
        long bit = 1L << top.index;
        if (top.kind == Frame.Kind.RECORD && (top.fields.required & bit) == 0) {
            top.nulls |= bit;
        } else {
            frames.keep(Kind.NULL, "null", expected);
        }
        refused = true;
    }

    void refuse(String expected) throws IOException {
        int c = in.peek();
        String raw = in.capture();
        if (frames.depth() == 0) {
            root = raw;
            throw in.fail(Problem.MALFORMED, "expected " + expected + " but found " + kindOf(c));
        }
        frames.keep(Kind.WRONG_TYPE, raw, expected);
        refused = true;
    }

    private static String kindOf(int c) {
        return switch (c) {
            case '{' -> "an object";
            case '[' -> "a list";
            case '"' -> "text";
            case 't', 'f' -> "true or false";
            default -> "a number";
        };
    }

    /** Keeps the string or number taken last, which turned out to be of no use. */
    void refuseToken(String expected) throws IOException {
        rewind();
        refuse(expected);
    }

    /** Keeps the text of the string or number taken last, whose value was understood but would be written otherwise. */
    void keepSpelling() throws IOException {
        rewind();
        frames.keep(null, in.capture(), "");
    }

    /** Back to the start of the string, with its quote, or the number taken last. */
    private void rewind() {
        boolean text = in.to < in.pos;
        in.pos = text ? in.from - 1 : in.from;
    }
}
