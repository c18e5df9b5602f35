package io.github.analytics4j.client;

import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.retry.RateLimit;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import okhttp3.Response;

/** Takes a redirect or a success as it is, with its body unread; anything else is a refusal. */
final class StreamedReader implements AnswerReader<StreamedResponse> {
    /** The key is refused, or there is no such file. */
    private static final Set<Integer> OF_THE_FILE = Set.of(401, 404, 410);

    private final TransportSettings settings;
    private final HttpEngine engine;

    StreamedReader(TransportSettings settings, HttpEngine engine) {
        this.settings = settings;
        this.engine = engine;
    }

    @Override
    public Outcome<StreamedResponse> read(Response response, WireTrace trace) throws IOException {
        boolean redirect = response.isRedirect() && response.header("Location") != null;
        if (!redirect && !response.isSuccessful() && !mayBeOfTheRange(response)) {
            try (response) {
                return JsonAnswerReader.refused(response, trace, settings);
            }
        }
        Instant now = settings.time().now();
        RateLimit limit = RateLimit.of(response::header, now);
        return new Outcome.Good<>(
                new OkHttpStreamedResponse(
                        trace.call(),
                        response,
                        trace,
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

    /**
     * Of a file that the API sends itself, a range may be refused and the whole be served: the download tries. What is
     * over in a while is tried again here.
     */
    private static boolean mayBeOfTheRange(Response response) {
        int status = response.code();
        boolean isRefusal = status >= 400 && !ApiException.mayPass(status) && !OF_THE_FILE.contains(status);
        return status == 416 || (isRefusal && response.request().header("Range") != null);
    }

    @Override
    public boolean keepsBody() {
        return true; // its headers are looked at
    }
}
