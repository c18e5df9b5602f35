package io.github.analytics4j.client;

import java.io.IOException;
import okhttp3.Response;

/** Reads one answer inside its attempt, and closes it unless the result is open itself. */
interface AnswerReader<R> {

    /** Trouble of the stream is trouble of the attempt. */
    Outcome<R> read(Response response, WireTrace trace) throws IOException;

    /** Whether the whole answer is wanted and not its value alone. */
    boolean keepsBody();
}
