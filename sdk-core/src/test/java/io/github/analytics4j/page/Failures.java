package io.github.analytics4j.page;

import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.ApiException.ErrorResponse;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.error.SdkException;
import java.util.List;
import java.util.Random;

/** What can go wrong between a walk and a server. */
final class Failures {

    private Failures() {}

    static SdkException rateLimited() {
        return ApiException.of(
                "slow down", new ErrorResponse(429, null, "slow down", List.of(), null, null, ""), List.of());
    }

    static SdkException refused(String why) {
        return ApiException.of(why, new ErrorResponse(400, null, why, List.of(), null, null, ""), List.of());
    }

    static SdkException notFound(String why) {
        return ApiException.of(why, new ErrorResponse(404, null, why, List.of(), null, null, ""), List.of());
    }

    static SdkException forbidden() {
        return ApiException.of("no", new ErrorResponse(403, null, "no", List.of(), null, null, ""), List.of());
    }

    static SdkException reset() {
        return new NoResponseException("connection reset", true, List.of(), null);
    }

    static SdkException timeout() {
        return new DeadlineExceededException("no response in time", true, List.of(), null);
    }

    static SdkException any(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> rateLimited();
            case 1 -> reset();
            default -> timeout();
        };
    }
}
