package io.github.analytics4j.download;

import io.github.analytics4j.client.StreamedExchange;
import io.github.analytics4j.client.StreamedExchange.StreamedResponse;
import io.github.analytics4j.download.Connector.LinkSource;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** An API that answers with one link after another, without a network. */
final class Links implements LinkSource {
    private final String identity;
    private final IntFunction<String> location;
    private final AtomicInteger asked = new AtomicInteger();

    Links(String identity, IntFunction<String> location) {
        this.identity = identity;
        this.location = location;
    }

    static Links to(StorageServer server) {
        return new Links("test.download june", number -> server.link(number).toString());
    }

    int asked() {
        return asked.get();
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public StreamedExchange exchange(Map<String, String> headers) {
        return new StreamedExchange() {
            @Override
            public StreamedResponse execute() {
                return new Moved(location.apply(asked.incrementAndGet()));
            }

            @Override
            public void cancel() {}
        };
    }

    private record Moved(String location) implements StreamedResponse {
        @Override
        public int status() {
            return 302;
        }

        @Override
        public URI url() {
            return URI.create("http://127.0.0.1:1/api/reports/1/download");
        }

        @Override
        public String header(String name) {
            return name.equals("Location") ? location : null;
        }

        @Override
        public ReadableByteChannel body() {
            return Channels.newChannel(InputStream.nullInputStream());
        }

        @Override
        public void close() {}
    }
}
