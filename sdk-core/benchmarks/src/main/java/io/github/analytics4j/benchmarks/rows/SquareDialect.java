package io.github.analytics4j.benchmarks.rows;

import java.util.List;
import java.util.Map;

/** A call as Square's {@code payment}: the transcript is its note, the verdicts are among its capabilities. */
final class SquareDialect implements Dialect {
    private final RowWriter out = new RowWriter();

    @Override
    public String row(CallRow call) {
        out.open()
                .field("id", call.id())
                .field("created_at", call.start().toString())
                .field("updated_at", call.localTime(0))
                .raw("amount_money", money(call.seconds()))
                .raw("total_money", money(call.seconds() * 1000 + 412))
                .field("status", call.status())
                .field("delay_duration", call.endReason())
                .field("delay_action", "callee")
                .field("delayed_until", call.localTime(call.seconds()))
                .field("source_type", "outbound")
                .field("location_id", call.modelId())
                .field("order_id", call.modelId())
                .field("reference_id", call.agentPhone())
                .field("customer_id", call.leadPhone())
                .field("employee_id", call.leadName())
                .strings("refund_ids", List.of("follow-up", "spring"))
                .open("risk_evaluation")
                .field("created_at", call.localTime(0))
                .field("risk_level", "callee_hangup")
                .close()
                .field("buyer_email_address", call.leadName())
                .field("note", call.transcript())
                .field("statement_description_identifier", call.agentPhone());
        out.strings("capabilities", call.verdicts())
                .field("receipt_number", call.leadPhone())
                .field("receipt_url", call.recordingUrl())
                .field("version_token", call.zone());
        return out.close().take();
    }

    private static String money(long amount) {
        return "{\"amount\":" + amount + ",\"currency\":\"USD\"}";
    }

    @Override
    public String head(PageSlice page) {
        return "{\"payments\":[";
    }

    @Override
    public String tail(PageSlice page) {
        return page.hasMore() ? "],\"cursor\":\"" + page.lastId() + "\"}" : "]}";
    }

    @Override
    public long offset(Map<String, String> query) {
        String cursor = query.get("cursor");
        return cursor == null ? 0 : CallRow.indexOf(cursor) + 1;
    }
}
