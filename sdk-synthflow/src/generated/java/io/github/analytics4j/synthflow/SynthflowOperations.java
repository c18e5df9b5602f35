// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.client.Operation;

/** The operations as data, each built when it is first used. */
final class SynthflowOperations {
    private SynthflowOperations() {}

    /** {@code GET /analytics/} */
    static final class AnalyticsExport implements Operation.Encoder<ExportRequest> {
        static final Operation<ExportRequest, io.github.analytics4j.synthflow.AnalyticsExport> OPERATION =
                Operation.get("synthflow.analytics.export", "/analytics/", new AnalyticsExport())
                        .group("analytics")
                        .json(io.github.analytics4j.synthflow.AnalyticsExport.Codec.INSTANCE);

        @Override
        public void encode(ExportRequest request, Operation.RequestParts parts) {
            parts.queryInstant("from_date", request.fromDate());
            parts.queryInstant("to_date", request.toDate());
            parts.query("model_id", request.modelId());
            parts.query("type_of_call", request.typeOfCall());
            parts.options(request.options());
        }
    }

    /** {@code GET /calls} */
    static final class CallsList implements Operation.Encoder<ListCallsRequest> {
        static final Operation<ListCallsRequest, ListCallsResponse> OPERATION = Operation.get(
                        "synthflow.calls.list", "/calls", new CallsList())
                .group("calls")
                .json(ListCallsResponse.Codec.INSTANCE);

        @Override
        public void encode(ListCallsRequest request, Operation.RequestParts parts) {
            parts.query("model_id", request.modelId());
            parts.query("limit", request.pageSize());
            parts.query("offset", request.offset());
            parts.queryEpochMillis("from_date", request.fromDate());
            parts.queryEpochMillis("to_date", request.toDate());
            parts.query("call_status", request.callStatus());
            parts.query("duration_min", request.durationMin());
            parts.query("duration_max", request.durationMax());
            parts.query("lead_phone_number", request.leadPhoneNumber());
            parts.options(request.options());
        }
    }
}
