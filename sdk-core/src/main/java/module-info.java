/**
 * The runtime that the clients of the four APIs share: calls over HTTP with retries and deadlines, JSON that loses nothing, walks
 * over pages, downloads.
 */
module io.github.analytics4j.core {
    requires transitive okhttp3;
    requires okio;
    requires com.squareup.moshi;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports io.github.analytics4j.catalog;
    exports io.github.analytics4j.client;
    exports io.github.analytics4j.download;
    exports io.github.analytics4j.error;
    exports io.github.analytics4j.json;
    exports io.github.analytics4j.page;
    exports io.github.analytics4j.retry;

    uses io.github.analytics4j.catalog.ApiCatalog;
    uses org.slf4j.spi.SLF4JServiceProvider;
}
