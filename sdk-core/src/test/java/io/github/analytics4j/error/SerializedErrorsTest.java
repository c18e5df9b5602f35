package io.github.analytics4j.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.analytics4j.error.ApiException.ErrorResponse;
import io.github.analytics4j.error.DownloadException.Reason;
import io.github.analytics4j.error.SdkException.Attempt;
import io.github.analytics4j.json.JsonSyntaxException;
import io.github.analytics4j.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every failure is the same after Java serialization, whatever lies under it. */
class SerializedErrorsTest {
    private static final List<Attempt> ATTEMPTS = List.of(
            new Attempt(1, 503, "503: the server failed", "5xx", Duration.ZERO, Duration.ofMillis(7)),
            new Attempt(2, null, "reset", null, Duration.ofSeconds(1), Duration.ofMillis(9)));

    /** As of a driver that keeps its connection in its exceptions. */
    private static final class Unwritable extends IOException {
        private static final long serialVersionUID = 1;

        @SuppressWarnings("unused")
        private final Object connection = new Object();

        Unwritable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static Stream<SdkException> all() {
        IOException broken = new IOException("broken pipe");
        Stream<SdkException> refusals = IntStream.of(200, 302, 400, 401, 403, 404, 409, 422, 429, 500, 503)
                .mapToObj(status -> ApiException.of(
                        "no " + status,
                        new ErrorResponse(
                                status,
                                "code",
                                "the sentence",
                                List.of("one", "two"),
                                "req_1",
                                Duration.ofSeconds(9),
                                "{\"a\":1}"),
                        ATTEMPTS));
        return Stream.concat(
                refusals,
                Stream.of(
                        new NoResponseException("none", true, ATTEMPTS, broken),
                        new CanceledException("canceled", false, ATTEMPTS, null),
                        new DeadlineExceededException("late", true, ATTEMPTS, broken),
                        new UnreadableResponseException("odd", 200, "$.a", "{oops", "req_2", ATTEMPTS, syntax()),
                        new UnexpectedValueException("$.total", "\"many\"", "integer"),
                        new InvalidRequestException("ListCallsRequest", List.of("a is missing", "b is blank")),
                        new WalkException("page 3", new NoResponseException("none", true, ATTEMPTS, broken)),
                        new DownloadException(Reason.BROKEN, "half", broken),
                        syntax()));
    }

    private static JsonSyntaxException syntax() {
        return (JsonSyntaxException) catchThrowable(() -> JsonValue.parse("{\"a\": [1, oops]}"));
    }

    private static byte[] bytes(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T value) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes(value)))) {
            return (T) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertSame(SdkException copy, SdkException original) {
        assertThat(copy).hasSameClassAs(original).hasMessage(original.getMessage());
        assertThat(copy)
                .usingRecursiveComparison()
                .ignoringFields("cause", "suppressedExceptions", "stackTrace", "backtrace", "depth")
                .isEqualTo(original);
        assertThat(copy.getStackTrace()).isEqualTo(original.getStackTrace());
    }

    @ParameterizedTest
    @MethodSource("all")
    void copy_everyType_hasEverything(SdkException original) {
        SdkException copy = copy(original);

        assertSame(copy, original);
        if (original.getCause() == null) {
            assertThat(copy).hasNoCause();
        } else {
            assertThat(copy.getCause())
                    .hasSameClassAs(original.getCause())
                    .hasMessage(original.getCause().getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void copy_withSomethingUnwritableBeside_hasEverythingElse(SdkException original) {
        original.addSuppressed(new Unwritable("closing failed", null));

        SdkException copy = copy(original);

        assertSame(copy, original);
        assertThat(copy.getSuppressed())
                .singleElement()
                .satisfies(one -> assertThat(one.getMessage()).endsWith("Unwritable: closing failed"));
    }

    @Test
    void copy_unwritableCauseDeepDown_isNamed() {
        IOException deep = new IOException("outer", new Unwritable("inner", new IOException("innermost")));
        NoResponseException copy = copy(new NoResponseException("none", true, ATTEMPTS, deep));

        assertThat(copy.attempts()).isEqualTo(ATTEMPTS);
        assertThat(copy.getCause()).hasMessageEndingWith("IOException: outer");
        assertThat(copy.getCause().getCause()).hasMessageEndingWith("Unwritable: inner");
        assertThat(copy.getCause().getCause().getCause())
                .isInstanceOf(IOException.class)
                .hasMessage("innermost");
    }

    @Test
    void copy_ofACopy_isTheSame() {
        SdkException original = new NoResponseException("none", true, ATTEMPTS, new Unwritable("x", null));
        assertSame(copy(copy(original)), original);
    }

    @Test
    void syntaxError_belongsToTheFamily() {
        assertThat(syntax()).isInstanceOf(SdkException.class);
    }
}
