package io.github.analytics4j.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import io.github.analytics4j.callops.CallOpsClient;
import io.github.analytics4j.callops.Latency;
import io.github.analytics4j.client.ClientOptions;
import io.github.analytics4j.download.Download;
import io.github.analytics4j.download.DownloadedFile;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.Walk;
import io.github.analytics4j.page.WalkReport;
import io.github.analytics4j.synaptiq.SynaptiqClient;
import io.github.analytics4j.synthflow.AnalyticsApi;
import io.github.analytics4j.synthflow.AnalyticsExport;
import io.github.analytics4j.synthflow.Call;
import io.github.analytics4j.synthflow.CallStatus;
import io.github.analytics4j.synthflow.CallsApi;
import io.github.analytics4j.synthflow.ListCallsRequest;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.voisnap.ReadyReport;
import io.github.analytics4j.voisnap.Report;
import io.github.analytics4j.voisnap.Reports;
import io.github.analytics4j.voisnap.ReportsApi;
import io.github.analytics4j.voisnap.VoisnapClient;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.MockMakers;

/** A service of a user's on clients, lists and reports is tested without a server, by doubles of Mockito or written by hand. */
@SuppressWarnings("DirectInvocationOnMock") // a line of a test stands for code under test
class TestDoublesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Path FILE = Path.of("june.csv");
    private static final DownloadedFile SAVED = new DownloadedFile(FILE, 12, "text/csv", Set.of());
    private static final List<Call> CALLS =
            List.of(Call.fromJson("{\"call_id\":\"c-1\"}"), Call.fromJson("{\"call_id\":\"c-2\"}"));

    /** What a user writes; each method takes another way to say what it asks for. */
    private record Service(SynthflowClient synthflow, VoisnapClient voisnap) {
        List<String> missed(String agent) {
            List<String> ids = new ArrayList<>();
            for (Call call : synthflow.calls().list(r -> r.modelId(agent).callStatus(CallStatus.NO_ANSWER))) {
                ids.add(call.callId());
            }
            return ids;
        }

        List<String> newest(ListCallsRequest request) {
            return synthflow.with(o -> o.deadline(MINUTE)).calls().list(request).limit(1).stream()
                    .map(Call::callId)
                    .toList();
        }

        String wholeLog(String agent) {
            try (Walk<Call> walk = synthflow.calls().list(r -> r.modelId(agent)).iterator()) {
                int rows = 0;
                while (walk.hasNext()) {
                    walk.next();
                    rows++;
                }
                return rows + (walk.report().proven() ? " calls" : " calls or more");
            } catch (NoResponseException e) {
                return "later";
            }
        }

        DownloadedFile june() {
            return voisnap.reports()
                    .create(r -> r.type("conversation_summary"))
                    .await(MINUTE)
                    .saveTo(FILE);
        }
    }

    private final CallsApi calls = mock(CallsApi.class);
    private final SynthflowClient synthflow = mock(SynthflowClient.class);
    private final VoisnapClient voisnap = mock(VoisnapClient.class);
    private final Service service = new Service(synthflow, voisnap);

    @Test
    void any_isOfOneMethod_whicheverWayTheCodeAsks() {
        when(synthflow.calls()).thenReturn(calls);
        when(synthflow.with(any())).thenReturn(synthflow);
        when(calls.list(any())).thenReturn(Paged.of(CALLS));

        assertThat(service.missed("m-1")).containsExactly("c-1", "c-2");
        assertThat(service.newest(ListCallsRequest.of(r -> r.modelId("m-2")))).containsExactly("c-1");
        verify(calls)
                .list(argThat(
                        r -> CallStatus.NO_ANSWER.equals(ListCallsRequest.of(r).callStatus())));
        verify(calls).list(argThat(r -> ListCallsRequest.of(r).modelId().equals("m-2")));
    }

    @Test
    void any_ofARequest_isACallWithARequestAlone() {
        when(synthflow.calls()).thenReturn(calls);
        when(synthflow.with(any())).thenReturn(synthflow);
        when(calls.list(any(ListCallsRequest.class))).thenReturn(Paged.of(CALLS));

        assertThat(service.newest(ListCallsRequest.of(r -> r.modelId("m-2")))).containsExactly("c-1");
        assertThat(calls.list(r -> r.modelId("m-2"))).isNull();
    }

    @Test
    void equalRequests_areEqualArguments() {
        ListCallsRequest request = ListCallsRequest.of(r -> r.modelId("m-2"));
        when(calls.list(request)).thenReturn(Paged.of(CALLS));

        assertThat(calls.list(ListCallsRequest.of(r -> r.modelId("m-2")))).hasSize(2);
        assertThat(calls.list(ListCallsRequest.of(r -> r.modelId("m-3")))).isNull();
    }

    @Test
    void walk_thatFailsOrProvesNothing_isADoubleToo() {
        Paged<Call> log = mock();
        Walk<Call> walk = mock();
        when(synthflow.calls()).thenReturn(calls);
        when(calls.list(any())).thenReturn(log);
        when(log.iterator()).thenReturn(walk);
        when(walk.hasNext()).thenReturn(true, false);
        WalkReport report = mock();
        when(walk.report()).thenReturn(report);
        assertThat(service.wholeLog("m-1")).isEqualTo("1 calls or more");

        doThrow(mock(NoResponseException.class)).when(log).iterator();
        assertThat(service.wholeLog("m-1")).isEqualTo("later");
    }

    @Test
    void reports_fromOrderToFile_areADeepStub() {
        Reports reports = mock(RETURNS_DEEP_STUBS);
        when(voisnap.reports()).thenReturn(reports);
        when(reports.create(any()).await(any()).saveTo(any())).thenReturn(SAVED);

        assertThat(service.june()).isSameAs(SAVED);
        verify(reports, never()).api();
    }

    /** As older versions of Mockito make them, and its Android build: by a subclass, which a final class has not. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                SynthflowClient.class,
                VoisnapClient.class,
                SynaptiqClient.class,
                CallOpsClient.class,
                CallsApi.class,
                Paged.class,
                Walk.class,
                Reports.class,
                Report.class,
                ReadyReport.class,
                Download.class
            })
    void whatAServiceHolds_isAnInterface(Class<?> type) {
        Object subclass = mock(type, withSettings().mockMaker(MockMakers.SUBCLASS));
        Object proxy = mock(type, withSettings().mockMaker(MockMakers.PROXY));
        assertThat(subclass).isInstanceOf(type);
        assertThat(proxy).isInstanceOf(type);
        assertThat(type).isInterface();
    }

    /** Methods of one name and one length that take what a lambda and what a record is would make {@code any()} ambiguous. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                CallsApi.class,
                AnalyticsApi.class,
                io.github.analytics4j.synaptiq.AnalyticsApi.class,
                io.github.analytics4j.callops.AnalyticsApi.class,
                io.github.analytics4j.voisnap.AnalyticsApi.class,
                ReportsApi.class,
                SynthflowClient.class,
                VoisnapClient.class,
                Paged.class,
                Reports.class,
                Report.class,
                ReadyReport.class
            })
    void methods_areToldByNameAndLength(Class<?> type) {
        List<String> seen = Arrays.stream(type.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
                .map(method -> method.getName() + " of " + method.getParameterCount())
                .toList();
        assertThat(seen).doesNotHaveDuplicates();
    }

    @Test
    void handWrittenDoubles_overrideWhatTheCodeCalls() {
        List<String> agents = new ArrayList<>();
        CallsApi fake = new CallsApi() {
            @Override
            public Paged<Call> list(Consumer<ListCallsRequest.Builder> request) {
                agents.add(ListCallsRequest.of(request).modelId());
                return Paged.of(CALLS);
            }
        };
        Service tested = new Service(new FakeSynthflow(fake), voisnap);

        assertThat(tested.missed("m-1")).containsExactly("c-1", "c-2");
        assertThat(tested.newest(ListCallsRequest.of(r -> r.modelId("m-2")))).containsExactly("c-1");
        assertThat(tested.wholeLog("m-3")).isEqualTo("2 calls");
        assertThat(agents).containsExactly("m-1", "m-2", "m-3");
        assertThatThrownBy(() -> fake.listPage(r -> r.modelId("m-1")))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("CallsApi.prepareListPage is not overridden");
    }

    private record FakeSynthflow(CallsApi calls) implements SynthflowClient {
        @Override
        public AnalyticsApi analytics() {
            return new AnalyticsApi() {
                @Override
                public AnalyticsExport export() {
                    return AnalyticsExport.fromJson("{}");
                }
            };
        }

        @Override
        public SynthflowClient with(Consumer<ClientOptions.Builder> change) {
            return this;
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    /** An operation without required parameters is a method of its own without an argument. */
    @Test
    void methodWithoutArgument_isStubbedAsTheCodeCallsIt() {
        io.github.analytics4j.callops.AnalyticsApi analytics = mock();
        when(analytics.latency()).thenReturn(Latency.fromJson("{\"avg_total_latency_ms\":812.5}"));
        assertThat(analytics.latency().avgTotalLatencyMs()).isEqualTo(812.5);
    }

    /** A request changes a builder as a lambda does, so that one grows out of another. */
    @Test
    void request_asALambda_setsAllThatItHas() throws Exception {
        ListCallsRequest base = ListCallsRequest.of(r -> r.modelId("m-1").pageSize(50));
        ListCallsRequest more = ListCallsRequest.of(base.andThen(r -> r.callStatus(CallStatus.BUSY)));

        assertThat(more.modelId()).isEqualTo("m-1");
        assertThat(more.pageSize()).isEqualTo(50);
        assertThat(more.callStatus()).isEqualTo(CallStatus.BUSY);
        assertThat(ListCallsRequest.of(base)).isSameAs(base);
        Method of = ListCallsRequest.class.getMethod("of", Consumer.class);
        assertThatThrownBy(() -> of.invoke(null, new Object[] {null})).hasRootCauseMessage("request");
    }
}
