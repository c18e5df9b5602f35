package io.github.analytics4j.benchmarks.rows;

import java.util.List;
import java.util.Map;

/**
 * A call as Synthflow's API really sends it: durations and start times as strings, times without a zone, nulls. The odd one has
 * times with a zone, which are written back so, and a field that nobody documented.
 */
final class SynthflowDialect implements Dialect {
    private final RowWriter out = new RowWriter();
    private final String zone;

    SynthflowDialect(String zone) {
        this.zone = zone;
    }

    @Override
    public String row(CallRow call) {
        out.open()
                .field("call_id", call.id())
                .field("model_id", call.modelId())
                .field("duration", Long.toString(call.seconds()))
                .field("end_call_reason", call.endReason())
                .open("judge_results")
                .pairs(call.verdicts())
                .close()
                .field("lead_phone_number", call.leadPhone())
                .strings("agents_used", List.of(call.modelId()))
                .raw("executed_actions", "{}")
                .field("recording_url", call.recordingUrl())
                .field("type_of_call", "outbound")
                .nulls("recording_duration")
                .field("transcript", call.transcript())
                .nulls("error_message")
                .field("call_status", call.status())
                .field("start_time", Long.toString(call.start().toEpochMilli()))
                .field("lead_name", call.leadName())
                .field("name", call.leadName())
                .strings("labels", List.of("follow-up", "spring"));
        telephony(call);
        if (!zone.isEmpty()) {
            out.field("carrier_region", call.zone());
        }
        return out.close().take();
    }

    private void telephony(CallRow call) {
        out.field("agent_phone_number", call.agentPhone())
                .nulls("deployment_type")
                .field("timezone", call.zone())
                .field("telephony_hangup", "callee")
                .field("telephony_disconnect_reason", "callee_hangup")
                .field("telephony_duration", call.seconds() * 1000 + 412)
                .field("telephony_start", call.localTime(0) + zone)
                .field("telephony_end", call.localTime(call.seconds()) + zone)
                .field("campaign_type", "outbound")
                .field("phone_number_from", call.agentPhone())
                .field("phone_number_to", call.leadPhone())
                .nulls("collected_variables");
    }

    @Override
    public String head(PageSlice page) {
        return "{\"status\":\"ok\",\"response\":{\"pagination\":{\"total_records\":" + page.total() + ",\"limit\":"
                + page.limit() + ",\"offset\":" + page.from() + "},\"calls\":[";
    }

    @Override
    public String tail(PageSlice page) {
        return "]}}";
    }

    @Override
    public long offset(Map<String, String> query) {
        return Long.parseLong(query.getOrDefault("offset", "0"));
    }
}
