package io.github.analytics4j.json;

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

    /** Passes over the value that starts here. */
    void skip() throws IOException {
        depth = 0;
        boolean name = false;
        do {
            int c = in.peek();
            if (c == '"') {
                in.string();
                if (name) {
                    in.colon();
                }
                name = !name && closed();
            } else if (name) {
                throw in.unexpected(c, "a name");
            } else if ((c == '{' || c == '[') && open(c == '{')) {
                name = c == '{';
            } else {
                scalar(c);
                name = closed();
            }
        } while (depth > 0);
    }

    private void scalar(int c) throws IOException {
        switch (c) {
            case '{', '[' -> {
                // opened, and empty: it is closed next
            }
            case 't' -> in.literal("true");
            case 'f' -> in.literal("false");
            case 'n' -> in.literal("null");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> throw in.unexpected(c, "a value");
        }
    }

    private void number() throws IOException {
        in.number();
        if (numbers.parse(in.buf, in.from, in.to) != in.to) {
            throw in.badNumber();
        }
    }

    /** Opens a container; false if there is nothing in it. */
    private boolean open(boolean object) throws IOException {
        push(object);
        in.pos++;
        return in.peek() != (object ? '}' : ']');
    }

    private void push(boolean object) {
        if (in.depth() + depth >= in.limits.maxDepth()) {
            throw in.overLimit("nested deeper than " + in.limits.maxDepth() + " levels", "maxDepth");
        }
        if (depth >>> 6 == objects.length) {
            objects = Arrays.copyOf(objects, objects.length * 2);
        }
        long bit = 1L << (depth & 63);
        objects[depth >>> 6] = object ? objects[depth >>> 6] | bit : objects[depth >>> 6] & ~bit;
        depth++;
    }

    /** After a value: closes what closes here. True if a name is next, false at the next element or the end. */
    private boolean closed() throws IOException {
        while (depth > 0) {
            boolean object = (objects[(depth - 1) >>> 6] & 1L << ((depth - 1) & 63)) != 0;
            if (in.comma(object ? '}' : ']')) {
                return object;
            }
            depth--;
        }
        return false;
    }
}
