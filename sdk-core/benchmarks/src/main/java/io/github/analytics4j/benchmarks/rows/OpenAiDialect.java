package io.github.analytics4j.benchmarks.rows;

import java.util.Map;

/** A call as OpenAI's {@code batch}: the transcript is the message of its error, the verdicts are its metadata. */
final class OpenAiDialect implements Dialect {
    private final RowWriter out = new RowWriter();

    @Override
    public String row(CallRow call) {
        long start = call.start().getEpochSecond();
        out.open()
                .field("id", call.id())
                .field("object", "batch")
                .field("endpoint", call.zone())
                .field("model", call.modelId())
                .raw("errors", "{\"object\":\"list\",\"data\":[" + error(call) + "]}")
                .field("input_file_id", call.recordingUrl())
                .field("completion_window", call.endReason())
                .field("status", call.status().equals("completed") ? "completed" : "failed")
                .field("output_file_id", call.leadPhone())
                .field("error_file_id", call.agentPhone())
                .field("created_at", start)
                .field("in_progress_at", start)
                .field("expires_at", start + 86_400)
                .field("finalizing_at", start + call.seconds())
                .field("completed_at", start + call.seconds())
                .nulls("failed_at", "expired_at", "cancelling_at", "cancelled_at")
                .open("request_counts")
                .field("total", call.seconds())
                .field("completed", call.seconds())
                .field("failed", 0)
                .close();
        metadata(call);
        return out.close().take();
    }

    private static String error(CallRow call) {
        String json = new RowWriter()
                .open()
                .field("code", call.endReason())
                .nulls("line")
                .field("message", call.transcript())
                .field("param", call.leadName())
                .close()
                .take();
        return json.substring(0, json.length() - 1);
    }

    private void metadata(CallRow call) {
        out.open("metadata")
                .pairs(call.verdicts())
                .field("name", call.leadName())
                .field("label_1", "follow-up")
                .field("label_2", "spring")
                .field("telephony_start", call.localTime(0))
                .field("telephony_end", call.localTime(call.seconds()))
                .field("telephony_hangup", "callee")
                .field("telephony_disconnect_reason", "callee_hangup")
                .close();
    }

    @Override
    public String head(PageSlice page) {
        return "{\"object\":\"list\",\"data\":[";
    }

    @Override
    public String tail(PageSlice page) {
        return "],\"first_id\":\"" + page.firstId() + "\",\"last_id\":\"" + page.lastId() + "\",\"has_more\":"
                + page.hasMore() + "}";
    }

    @Override
    public long offset(Map<String, String> query) {
        String after = query.get("after");
        return after == null ? 0 : CallRow.indexOf(after) + 1;
    }
}
