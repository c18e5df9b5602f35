package io.github.analytics4j.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.error.ApiException.ErrorResponse;
import io.github.analytics4j.error.SdkException.Attempt;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiExceptionTest {

    @ParameterizedTest
    @CsvSource({
        "400,BadRequestException",
        "422,BadRequestException",
        "401,AuthenticationException",
        "403,PermissionDeniedException",
        "404,NotFoundException",
        "429,RateLimitException",
        "302,RedirectRefusedException",
        "308,RedirectRefusedException",
        "500,ServerException",
        "503,ServerException",
        "599,ServerException",
        "409,ApiException",
        "410,ApiException"
    })
    void of_status_hasItsType(int status, String type) {
        ErrorResponse answer = new ErrorResponse(status, null, null, List.of(), null, null, "");

        ApiException made = ApiException.of("m", answer, List.of());

        assertThat(made.getClass().getSimpleName()).isEqualTo(type);
        assertThat(made.status()).isEqualTo(status);
    }

    @Test
    void accessors_fullAnswer_giveAllOfIt() {
        Attempt attempt = new Attempt(1, 429, "429", "why", Duration.ZERO, Duration.ofMillis(5));
        ErrorResponse answer = new ErrorResponse(
                429, "slow_down", "Too fast", List.of("limit: no"), "req_1", Duration.ofSeconds(3), "{}");

        ApiException made = ApiException.of("m", answer, List.of(attempt));

        assertThat(made.code()).contains("slow_down");
        assertThat(made.reason()).contains("Too fast");
        assertThat(made.details()).containsExactly("limit: no");
        assertThat(made.requestId()).contains("req_1");
        assertThat(made.retryAfter()).contains(Duration.ofSeconds(3));
        assertThat(made.body()).isEqualTo("{}");
        assertThat(made.attempts()).containsExactly(attempt);
    }

    @Test
    void accessors_emptyAnswer_areEmptyAndNotNull() {
        ApiException made =
                ApiException.of("m", new ErrorResponse(500, null, null, List.of(), null, null, ""), List.of());

        assertThat(made.code()).isEmpty();
        assertThat(made.reason()).isEmpty();
        assertThat(made.requestId()).isEmpty();
        assertThat(made.retryAfter()).isEmpty();
    }

    @Test
    void unexpectedValue_absentOrWrong_saysWhich() {
        assertThat(new UnexpectedValueException("$.total", null, "integer"))
                .hasMessage("$.total: expected integer, but it is absent");
        assertThat(new UnexpectedValueException("$.total", "\"many\"", "integer"))
                .hasMessage("$.total: expected integer, got text (6 characters)")
                .extracting(
                        failure -> ((UnexpectedValueException) failure).raw().orElseThrow())
                .isEqualTo("\"many\"");
    }
}
