package io.github.analytics4j.catalog;

import io.github.analytics4j.client.AbstractClientBuilder;
import io.github.analytics4j.client.ApiClient;
import io.github.analytics4j.error.GeneratedCodeApi;
import java.util.List;
import java.util.function.Consumer;

/**
 * Opens clients and orders files for the catalogue of an API. Implemented by API modules alone.
 *
 * @hidden
 */
@GeneratedCodeApi
public interface ClientOpener {

    /** The settings that a client can be opened with. */
    List<Setting> settings();

    /**
     * Opens a client.
     *
     * @param settings where the values of {@link #settings()} are found
     * @param change is applied to the builder last
     * @throws io.github.analytics4j.error.InvalidRequestException naming every setting that is missing or wrong
     */
    ApiClient open(Settings settings, Consumer<? super AbstractClientBuilder<?>> change);

    /**
     * Orders a file, where the API has such an operation.
     *
     * @param request the operation's request record
     */
    default FileOrder order(ApiClient client, Object request) {
        throw new UnsupportedOperationException("this API takes no orders of files");
    }

    /** Picks up an order by its ticket, where the API has such an operation. */
    default FileOrder resume(ApiClient client, String ticket) {
        throw new UnsupportedOperationException("this API takes no orders of files");
    }
}
