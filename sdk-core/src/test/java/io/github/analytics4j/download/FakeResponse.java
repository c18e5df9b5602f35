package io.github.analytics4j.download;

import io.github.analytics4j.client.StreamedExchange.StreamedResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Map;
import java.util.TreeMap;

/** A response made of its parts, for the pure decisions. */
record FakeResponse(int status, Map<String, String> headers) implements StreamedResponse {
    static FakeResponse of(int status, String... namesAndValues) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new FakeResponse(status, headers);
    }

    @Override
    public URI url() {
        return URI.create("https://storage.example/f");
    }

    @Override
    public String header(String name) {
        return headers.get(name);
    }

    @Override
    public ReadableByteChannel body() {
        return Channels.newChannel(new ByteArrayInputStream(new byte[0]));
    }

    @Override
    public void close() {}
}
