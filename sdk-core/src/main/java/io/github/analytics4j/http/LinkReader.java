package io.github.analytics4j.http;

import io.github.analytics4j.download.LinkAnswer;
import io.github.analytics4j.retry.RateLimit;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import okhttp3.Response;

/** Takes a redirect or a success as it is, body unread; anything else is a refusal. */
final class LinkReader implements AnswerReader<LinkAnswer> {
    private final TransportSettings settings;
    private final HttpEngine engine;

    LinkReader(TransportSettings settings, HttpEngine engine) {
        this.settings = settings;
        this.engine = engine;
    }

    @Override
    public Outcome<LinkAnswer> read(Response response, WireTrace trace) throws IOException {
        boolean redirect = response.isRedirect() && response.header("Location") != null;
        // A 416 says that the file, sent by the API itself, is shorter than it was: the download begins anew.
        if (!redirect && !response.isSuccessful() && response.code() != 416) {
            try (response) {
                return JsonAnswerReader.refused(response, trace, settings);
            }
        }
        Instant now = settings.time().now();
        RateLimit limit = RateLimit.of(response::header, now);
        return new Outcome.Good<>(
                new OkHttpLinkAnswer(
                        trace.call(),
                        response,
                        settings.credentials().mask(),
                        () -> engine.broke(trace, true),
                        () -> {}),
                response.code(),
                response.headers(),
                "",
                List.of(),
                limit,
                limit.onClock(now, settings.time().steady()),
                null);
    }

    @Override
    public boolean keepsBody() {
        return true; // its headers are looked at
    }
}
