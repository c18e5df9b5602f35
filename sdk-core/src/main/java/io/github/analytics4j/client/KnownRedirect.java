package io.github.analytics4j.client;

import io.github.analytics4j.download.LinkAnswer;
import io.github.analytics4j.download.LinkExchange;
import io.github.analytics4j.download.SignedUrl;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/** The answer "it is over there", without asking anyone. */
record KnownRedirect(SignedUrl url) implements LinkExchange, LinkAnswer {

    @Override
    public LinkAnswer execute() {
        return this;
    }

    @Override
    public void cancel() {
        // nothing is under way
    }

    @Override
    public int status() {
        return 307;
    }

    @Override
    public @Nullable String header(String name) {
        return name.equalsIgnoreCase("Location") ? url.reveal().toString() : null;
    }

    @Override
    public ReadableByteChannel body() {
        return Channels.newChannel(InputStream.nullInputStream());
    }

    @Override
    public void close() {
        // nothing is open
    }
}
