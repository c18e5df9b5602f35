package io.github.analytics4j.download;

import java.util.Map;

/**
 * Where the bytes are, asked anew each time: the API operation that answers with a link, or with the bytes themselves.
 *
 * <p>Safe for use by several threads.
 */
public interface LinkSource {

    /**
     * Names what is downloaded, the same in every process and for every link to it, without a secret:
     * {@code voisnap.reports.download rpt_1 at https://api.voisnap.ai}. A part file is only ever gone on with by the
     * download that began it.
     */
    String identity();

    /** A text from outside without the credentials of this source, should a server repeat them. */
    default String masked(String text) {
        return text;
    }

    /**
     * Prepares the question; nothing is sent yet. The exchange answers a redirect or a success; anything else the API
     * says is thrown by {@link LinkExchange#execute()} as the exception it is everywhere.
     *
     * @param headers range headers, in case the API answers with the bytes themselves
     */
    LinkExchange ask(Map<String, String> headers);
}
