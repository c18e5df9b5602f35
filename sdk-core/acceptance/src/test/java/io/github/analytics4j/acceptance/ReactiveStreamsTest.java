package io.github.analytics4j.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.page.Paged;
import io.github.analytics4j.synthflow.Call;
import io.github.analytics4j.synthflow.SynthflowClient;
import java.io.IOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Flow;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.IResultMap;
import org.testng.ITestContext;
import org.testng.ITestListener;
import org.testng.TestNG;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;

/** The compatibility kit of Reactive Streams on {@link Paged#publisher()}, each of its methods by TestNG within a test of ours. */
class ReactiveStreamsTest {
    /** How many methods the kit has for a publisher, by the first word of their names. */
    private static final Map<String, Integer> KIT =
            Map.of("required", 22, "optional", 8, "stochastic", 1, "untested", 7);

    /** A word that the message of an error does not have; the kit only asks for it. */
    private static final String WORDING =
            "optional_spec309_requestNegativeNumberMaySignalIllegalArgumentExceptionWithSpecificMessage";

    /** What a list cannot be: longer than memory, and not to be had. */
    private static final Set<String> NOT_OF_A_LIST = Set.of(
            "required_spec317_mustNotSignalOnErrorWhenPendingAboveLongMaxValue",
            "required_spec109_mayRejectCallsToSubscribeIfPublisherIsUnableOrUnwillingToServeThemRejectionMustTriggerOnErrorAfterOnSubscribe",
            "optional_spec104_mustSignalOnErrorWhenFails");

    @ParameterizedTest
    @ValueSource(classes = {OfAList.class, OfAnApi.class, OfAnApiAhead.class})
    void publisher_keepsTheRulesOfReactiveStreams(Class<?> verification) {
        Results results = new Results();
        TestNG kit = new TestNG(false);
        kit.setTestClasses(new Class<?>[] {verification});
        kit.setVerbose(0);
        kit.addListener(results);
        kit.run();

        assertThat(results.failures).isEmpty();
        KIT.forEach((word, count) -> assertThat(
                        results.outcomes.keySet().stream().filter(name -> name.startsWith(word + "_")))
                .as(word)
                .hasSize(count));
        Set<String> skipped = new TreeSet<>(results.skipped());
        skipped.removeIf(name -> name.startsWith("untested_"));
        Set<String> expected = new TreeSet<>(Set.of(WORDING));
        if (verification == OfAList.class) {
            expected.addAll(NOT_OF_A_LIST);
        }
        assertThat(skipped).isEqualTo(expected);
    }

    /** What became of each method. */
    private static final class Results implements ITestListener {
        private final Map<String, String> outcomes = new TreeMap<>();
        private final Map<String, Throwable> failures = new TreeMap<>();

        List<String> skipped() {
            return outcomes.keySet().stream()
                    .filter(name -> outcomes.get(name).equals("skipped"))
                    .toList();
        }

        @Override
        public void onFinish(ITestContext context) {
            put(context.getPassedTests(), "passed");
            put(context.getSkippedTests(), "skipped");
            put(context.getFailedTests(), "failed");
            put(context.getFailedConfigurations(), "failed");
        }

        private void put(IResultMap results, String outcome) {
            results.getAllResults().forEach(result -> {
                outcomes.put(result.getName(), outcome);
                if (outcome.equals("failed")) {
                    failures.put(result.getName(), result.getThrowable());
                }
            });
        }
    }

    /** Rows of a list. */
    public static final class OfAList extends FlowPublisherVerification<Integer> {
        public OfAList() {
            super(new TestEnvironment(1_000, 200));
        }

        @Override
        public Flow.Publisher<Integer> createFlowPublisher(long elements) {
            return Paged.of(IntStream.range(0, (int) elements).boxed().toList()).publisher();
        }

        @Override
        public Flow.Publisher<Integer> createFailedFlowPublisher() {
            return null; // a list is always to be had
        }

        @Override
        public long maxElementsFromPublisher() {
            return 10_000;
        }
    }

    /** Rows of a call log over HTTP, page by page, of a server that has as many as are asked for. */
    public static class OfAnApi extends FlowPublisherVerification<Call> {
        private static final Pattern PLACE = Pattern.compile("(limit|offset)=(\\d+)");

        private MockWebServer server;
        private SynthflowClient client;
        private SynthflowClient closed;

        public OfAnApi() {
            super(new TestEnvironment(1_000, 200));
        }

        @BeforeClass
        public void open() throws IOException {
            server = new MockWebServer();
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return page(request.getUrl().query());
                }
            });
            server.start(InetAddress.getLoopbackAddress(), 0);
            client = client();
            closed = client();
            closed.close();
        }

        @AfterClass
        public void close() {
            client.close();
            server.close();
        }

        private SynthflowClient client() {
            return SynthflowClient.builder()
                    .baseUrl(server.url("/v2").toString())
                    .apiKey("any-key")
                    .build();
        }

        private static MockResponse page(String query) {
            Map<String, Long> at = new HashMap<>(Map.of("limit", 20L, "offset", 0L));
            PLACE.matcher(query).results().forEach(found -> at.put(found.group(1), Long.valueOf(found.group(2))));
            String calls = LongStream.range(at.get("offset"), at.get("offset") + at.get("limit"))
                    .mapToObj(id -> "{\"call_id\":\"c-" + id + "\"}")
                    .collect(Collectors.joining(",", "[", "]"));
            String pagination = "{\"total_records\":" + Integer.MAX_VALUE + ",\"limit\":" + at.get("limit")
                    + ",\"offset\":" + at.get("offset") + "}";
            return new MockResponse.Builder()
                    .addHeader("Content-Type", "application/json")
                    .body("{\"status\":\"ok\",\"response\":{\"pagination\":" + pagination + ",\"calls\":" + calls
                            + "}}")
                    .build();
        }

        /** The rows of a client. */
        Paged<Call> rows(SynthflowClient of) {
            return of.calls().list(r -> r.modelId("m-1"));
        }

        @Override
        public final Flow.Publisher<Call> createFlowPublisher(long elements) {
            return rows(client).limit(elements).publisher();
        }

        @Override
        public final Flow.Publisher<Call> createFailedFlowPublisher() {
            return rows(closed).publisher();
        }

        @Override
        public final long maxElementsFromPublisher() {
            return Integer.MAX_VALUE;
        }
    }

    /** The same, with pages under way before they are wanted. */
    public static final class OfAnApiAhead extends OfAnApi {
        @Override
        Paged<Call> rows(SynthflowClient of) {
            return super.rows(of).pageSize(20).prefetch(4);
        }
    }
}
