package io.github.analytics4j.client;

import io.github.analytics4j.error.Attempt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.Headers;

/** Makes the answer a user sees. */
final class Answers {
    private Answers() {}

    /** Headers are left out where nobody can look at them. */
    static <R> ApiResponse<R> of(Outcome.Good<R> good, List<Attempt> attempts, boolean whole) {
        return new ApiResponse<>(
                good.value(),
                good.status(),
                whole ? headers(good.headers()) : Map.of(),
                good.body(),
                good.deviations(),
                attempts,
                good.rateLimit(),
                good.requestId(),
                good.headers().get("Date"));
    }

    /** Lets go of an answer that nobody wants any more. */
    static void drop(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Good<?> good && good.value() instanceof StreamedResponse response) {
            response.close();
        }
    }

    private static Map<String, List<String>> headers(Headers headers) {
        Map<String, List<String>> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < headers.size(); i++) {
            map.computeIfAbsent(headers.name(i), name -> new ArrayList<>(1)).add(headers.value(i));
        }
        map.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(map);
    }
}
