package io.github.analytics4j.json;

import io.github.analytics4j.json.JsonSyntaxException.Problem;
import java.io.IOException;
import java.util.Arrays;

/** Passes over a value of any kind, checking it. Not recursive: nesting is counted, one bit a level. */
final class Skipper {
    private final Tokens in;
    private final Numbers numbers = new Numbers();
    private long[] objects = new long[4];
    private int depth;

    Skipper(Tokens in) {
        this.in = in;
    }

    void skip() throws IOException {
        depth = 0;
        do {
            while (!value()) {
                // an opening bracket with something behind it: on to its first value
            }
        } while (!ended());
    }

    /** Passes a scalar or the opening of a container; false if that has something in it, which is next. */
    private boolean value() throws IOException {
        int c = in.peek();
        switch (c) {
            case '{', '[' -> {
                return !open(c == '{');
            }
            case '"' -> in.string();
            case 't' -> in.literal("true");
            case 'f' -> in.literal("false");
            case 'n' -> in.literal("null");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> throw in.unexpected(c, "a value");
        }
        return true;
    }

    private void number() throws IOException {
        in.number();
        if (!numbers.parse(in.buf, in.from, in.to)) {
            throw in.badNumber();
        }
    }

    private boolean open(boolean object) throws IOException {
        push(object);
        in.pos++;
        if (in.peek() == (object ? '}' : ']')) {
            return false;
        }
        if (object) {
            name();
        }
        return true;
    }

    private void push(boolean object) {
        if (in.depth() + depth >= in.limits.maxDepth()) {
            throw in.fail(Problem.OVER_LIMIT, "nested deeper than " + in.limits.maxDepth() + " levels");
        }
        if (depth >>> 6 == objects.length) {
            objects = Arrays.copyOf(objects, objects.length * 2);
        }
        long bit = 1L << (depth & 63);
        objects[depth >>> 6] = object ? objects[depth >>> 6] | bit : objects[depth >>> 6] & ~bit;
        depth++;
    }

    /** After a value: closes what closes here. True if nothing is open any more, false at the next value. */
    private boolean ended() throws IOException {
        while (depth > 0) {
            boolean object = (objects[(depth - 1) >>> 6] & 1L << ((depth - 1) & 63)) != 0;
            if (in.comma(object ? '}' : ']')) {
                if (object) {
                    name();
                }
                return false;
            }
            depth--;
        }
        return true;
    }

    private void name() throws IOException {
        int c = in.peek();
        if (c != '"') {
            throw in.unexpected(c, "a name");
        }
        in.string();
        in.colon();
    }
}
