package io.github.analytics4j.synthflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.analytics4j.client.RequestOptions;
import io.github.analytics4j.error.ApiException.AuthenticationException;
import io.github.analytics4j.error.ApiException.BadRequestException;
import io.github.analytics4j.error.ApiException.NotFoundException;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.SandboxExtension;
import io.github.analytics4j.testkit.SandboxRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(SandboxExtension.class)
class SynthflowClientTest {

    private static SynthflowClient.Builder client(Sandbox sandbox) {
        return SynthflowClient.builder()
                .apiKey(sandbox.synthflow().apiKey())
                .baseUrl(sandbox.synthflow().baseUrl());
    }

    @ParameterizedTest
    @EnumSource(Region.class)
    void region_each_isItsOwnAddress(Region region) {
        try (SynthflowClient client =
                SynthflowClient.builder().apiKey("k").region(region).build()) {
            assertThat(client.calls().prepareListPage(r -> r.modelId("m")).url())
                    .isEqualTo(URI.create(region.baseUrl() + "/calls?model_id=m"));
        }
    }

    @Test
    void list_filtersThatAreBlank_areRefused_sinceTheServerMayIgnoreThem() {
        assertThatThrownBy(() -> ListCallsRequest.of(
                        r -> r.modelId("m").leadPhoneNumber("").callStatus(CallStatus.of(" "))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("ListCallsRequest: callStatus is blank; leadPhoneNumber is blank");
    }

    @Test
    void toString_requestAndCall_showNoPersonalText() {
        ListCallsRequest request = ListCallsRequest.of(r -> r.modelId("m-1")
                .leadPhoneNumber("+1 555 0100")
                .callStatus(CallStatus.COMPLETED)
                .pageSize(5));
        assertThat(request)
                .hasToString("ListCallsRequest[model_id=m-1, limit=5, call_status=completed, "
                        + "lead_phone_number=11 characters]");
        Call call = Call.fromJson("""
                {"call_id":"c-1","duration":42,"lead_phone_number":"+15550100","lead_name":"Jane Roe",
                "transcript":"human: I am Jane Roe","labels":["Jane"],"call_status":"Jane Roe hung up",
                "collected_variables":{"a":{"name":{"value":"Jane"}}},"start_time":"1776876567837","ssn":"123"}""");
        assertThat(call)
                .hasToString("Call[callId=c-1, duration=42, leadPhoneNumber=9 characters, transcript=20 characters, "
                        + "callStatus=16 characters, startTime=2026-04-22T16:49:27.837Z, leadName=8 characters, "
                        + "labels=1 element, collectedVariables=1 entry, 1 deviation]");
    }

    @Test
    void region_notGiven_isGlobal() {
        try (SynthflowClient client = SynthflowClient.builder().apiKey("canary").build()) {
            assertThat(client).hasToString("SynthflowClient[https://api.synthflow.ai/v2]");
        }
    }

    @Test
    void fromEnv_keyAndAddress_areTaken() {
        Map<String, String> environment =
                Map.of("SYNTHFLOW_API_KEY", "canary", "SYNTHFLOW_BASE_URL", "https://proxy.example/sf/");

        try (SynthflowClient client =
                SynthflowClient.builder().fromEnv(environment::get).build()) {
            assertThat(client.analytics().prepareExport(r -> {}).url())
                    .isEqualTo(URI.create("https://proxy.example/sf/analytics/"));
        }
    }

    @Test
    void fromEnv_explicitRegionOrAddress_staysInAnyOrder() {
        Map<String, String> environment =
                Map.of("SYNTHFLOW_API_KEY", "canary", "SYNTHFLOW_BASE_URL", "https://proxy.example/sf/");

        for (SynthflowClient.Builder builder : List.of(
                SynthflowClient.builder().region(Region.EU).fromEnv(environment::get),
                SynthflowClient.builder().fromEnv(environment::get).region(Region.EU),
                SynthflowClient.builder().apiKey("k-1").region(Region.EU).fromEnv(environment::get))) {
            try (SynthflowClient client = builder.build()) {
                assertThat(client).hasToString("SynthflowClient[https://api.eu.synthflow.ai/v2]");
            }
        }
        try (SynthflowClient client = SynthflowClient.builder()
                .region(Region.GLOBAL)
                .fromEnv(environment::get)
                .build()) {
            assertThat(client).hasToString("SynthflowClient[https://api.synthflow.ai/v2]");
        }
    }

    @Test
    void fromEnv_region_isTaken_andNotBesideAnAddress() {
        Map<String, String> region = Map.of("SYNTHFLOW_API_KEY", "canary", "SYNTHFLOW_REGION", " eu ");
        try (SynthflowClient client =
                        SynthflowClient.builder().fromEnv(region::get).build();
                SynthflowClient own = SynthflowClient.builder()
                        .fromEnv(Map.of("SYNTHFLOW_API_KEY", "canary", "SYNTHFLOW_REGION", "mars")::get)
                        .region(Region.US)
                        .build()) {
            assertThat(client).hasToString("SynthflowClient[https://api.eu.synthflow.ai/v2]");
            assertThat(own).hasToString("SynthflowClient[https://api.us.synthflow.ai/v2]");
        }
        Map<String, String> both = Map.of(
                "SYNTHFLOW_API_KEY", "canary", "SYNTHFLOW_REGION", "US", "SYNTHFLOW_BASE_URL", "https://proxy.example");
        assertRefused(
                SynthflowClient.builder().fromEnv(both::get),
                "SYNTHFLOW_REGION and SYNTHFLOW_BASE_URL exclude one another: leave one of them unset");
        assertRefused(
                SynthflowClient.builder().fromEnv(Map.of("SYNTHFLOW_API_KEY", "k", "SYNTHFLOW_REGION", "mars")::get),
                "SYNTHFLOW_REGION must be one of GLOBAL, US, EU; was \"mars\"");
    }

    /** Else a key would leave for the vendor though the program names another address. */
    @Test
    void regionBehindAnAddress_isRefused_andAnAddressReplacesARegion() {
        assertRefused(
                SynthflowClient.builder()
                        .apiKey("k")
                        .baseUrl("http://127.0.0.1:9")
                        .region(Region.US),
                "region is set though baseUrl was set before: set one of them, or region first to replace it");
        try (SynthflowClient client = SynthflowClient.builder()
                .apiKey("k")
                .region(Region.US)
                .baseUrl("http://127.0.0.1:9")
                .build()) {
            assertThat(client).hasToString("SynthflowClient[http://127.0.0.1:9]");
        }
    }

    private static void assertRefused(SynthflowClient.Builder builder, String message) {
        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("SynthflowClient: " + message);
    }

    @Test
    void fromEnv_nothingThere_saysWhatToSet() {
        assertThatThrownBy(() -> SynthflowClient.builder().fromEnv(name -> null).build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("SynthflowClient: apiKey is missing: set it, or set SYNTHFLOW_API_KEY and use fromEnv()");
    }

    @Test
    void export_wholeRequest_isExactOnTheWire(Sandbox sandbox) {
        try (SynthflowClient client = client(sandbox).build()) {
            client.analytics()
                    .export(r -> r.fromDate(Instant.parse("2026-02-01T00:00:00Z"))
                            .toDate(Instant.parse("2026-03-01T00:00:00Z"))
                            .modelId("m-1")
                            .typeOfCall(TypeOfCall.INBOUND));
        }

        SandboxRequest request = sandbox.requests().last();
        assertThat(request.path()).isEqualTo("/v2/analytics/");
        assertThat(request.rawQuery())
                .isEqualTo(
                        "from_date=2026-02-01T00:00:00Z&to_date=2026-03-01T00:00:00Z&model_id=m-1&type_of_call=inbound");
    }

    @Test
    void list_wholeRequest_isExactOnTheWire(Sandbox sandbox) {
        try (SynthflowClient client = client(sandbox).build()) {
            client.calls()
                    .listPageAsync(r -> r.modelId(sandbox.synthflow().modelId())
                            .pageSize(5)
                            .offset(10L)
                            .fromDate(Instant.ofEpochMilli(1769904000000L))
                            .toDate(Instant.ofEpochMilli(1772323200000L))
                            .callStatus(CallStatus.COMPLETED)
                            .durationMin(1L)
                            .durationMax(900L)
                            .leadPhoneNumber("+14155552671"))
                    .join();
        }

        SandboxRequest request = sandbox.requests().last();
        assertThat(request.path()).isEqualTo("/v2/calls");
        assertThat(request.rawQuery())
                .isEqualTo("model_id=" + sandbox.synthflow().modelId()
                        + "&limit=5&offset=10&from_date=1769904000000&to_date=1772323200000&call_status=completed"
                        + "&duration_min=1&duration_max=900&lead_phone_number=%2B14155552671");
        assertThat(request.header("Authorization"))
                .contains("Bearer " + sandbox.synthflow().apiKey());
        assertThat(request.header("Accept")).contains("application/json");
    }

    @Test
    void list_nothingButTheModel_sendsNoOtherFilter(Sandbox sandbox) {
        try (SynthflowClient client = client(sandbox).build()) {
            client.calls()
                    .prepareListPage(r -> r.modelId(sandbox.synthflow().modelId()))
                    .execute();
        }

        assertThat(sandbox.requests().last().rawQuery())
                .isEqualTo("model_id=" + sandbox.synthflow().modelId());
    }

    @Test
    void wrongKey_ofTheRegion_saysWhereItWent(Sandbox sandbox) {
        try (SynthflowClient client = client(sandbox).apiKey("canary").build()) {
            AuthenticationException failure = catchThrowableOfType(
                    AuthenticationException.class, () -> client.analytics().export(r -> {}));

            assertThat(failure.getMessage())
                    .startsWith("synthflow.analytics.export: 401: the key was refused; keys belong to one region, "
                            + "this request went to a base URL of your own; "
                            + "the server says: Unauthorized: Invalid or expired token. (code important, request id ")
                    .doesNotContain("canary");
            assertThat(failure.requestId()).isPresent();
        }
    }

    @Test
    void limitOutOfRange_pastOurOwnCheck_isRefusedByTheServer(Sandbox sandbox) {
        try (SynthflowClient client = client(sandbox).build()) {
            RequestOptions past = RequestOptions.of(o -> o.extraQuery("limit", "500"));

            assertThatThrownBy(() -> client.calls()
                            .prepareListPage(r ->
                                    r.modelId(sandbox.synthflow().modelId()).options(past))
                            .execute())
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageStartingWith("synthflow.calls.list: 400: the request was refused; the server says: "
                            + "Limit must be between 1 and 100.");
        }
    }

    @Test
    void unknownPath_isNotFound(Sandbox sandbox) {
        try (SynthflowClient client = client(sandbox)
                .baseUrl(sandbox.synthflow().baseUrl() + "/nowhere")
                .build()) {
            assertThatThrownBy(() -> client.analytics().export(r -> {})).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void keyRotation_whileRunning_goesOn(Sandbox sandbox) {
        sandbox.synthflow().rotateKey("k1");
        try (SynthflowClient client =
                client(sandbox).apiKey(() -> sandbox.synthflow().apiKey()).build()) {
            client.analytics().export(r -> {});
            sandbox.synthflow().rotateKey("k2");

            assertThat(client.analytics().prepareExport(r -> {}).response().attempts())
                    .hasSize(2);
        }
    }

    @Test
    void with_otherOptions_sharesConnectionsAndEndsWithTheFirst(Sandbox sandbox) {
        SynthflowClient client = client(sandbox).build();
        SynthflowClient batch = client.with(o -> o.deadline(Duration.ofMinutes(30)));
        client.analytics().export(r -> {});
        batch.analytics().export(r -> {});
        assertThat(sandbox.openConnections()).isEqualTo(1);

        client.close();

        assertThatThrownBy(() -> batch.analytics().export(r -> {}))
                .isInstanceOf(CanceledException.class)
                .hasMessage("SynthflowClient is closed");
    }
}
