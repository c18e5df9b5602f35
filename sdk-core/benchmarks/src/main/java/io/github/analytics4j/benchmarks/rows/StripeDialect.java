package io.github.analytics4j.benchmarks.rows;

import java.util.Map;

/** A call as Stripe's {@code charge}: the transcript is its description, the verdicts are its metadata. */
final class StripeDialect implements Dialect {
    private final RowWriter out = new RowWriter();

    @Override
    public String row(CallRow call) {
        out.open()
                .field("id", call.id())
                .field("object", "charge")
                .field("amount", call.seconds())
                .field("amount_captured", call.seconds() * 1000 + 412)
                .field("authorization_code", call.endReason())
                .open("billing_details")
                .nulls("address", "email")
                .field("name", call.leadName())
                .field("phone", call.leadPhone())
                .close()
                .field("calculated_statement_descriptor", call.agentPhone())
                .raw("captured", "true")
                .field("created", call.start().getEpochSecond())
                .field("currency", "usd")
                .field("customer", call.modelId())
                .field("description", call.transcript())
                .nulls("failure_code", "failure_message")
                .raw("fraud_details", "{}");
        metadata(call);
        receipt(call);
        return out.close().take();
    }

    private void metadata(CallRow call) {
        out.open("metadata")
                .pairs(call.verdicts())
                .field("label_1", "follow-up")
                .field("label_2", "spring")
                .field("telephony_start", call.localTime(0))
                .field("telephony_end", call.localTime(call.seconds()))
                .field("telephony_hangup", "callee")
                .close();
    }

    private void receipt(CallRow call) {
        out.raw("paid", "true")
                .field("payment_method", call.modelId())
                .field("receipt_number", call.leadPhone())
                .field("receipt_url", call.recordingUrl())
                .raw("refunded", "false")
                .field("statement_descriptor", call.leadName())
                .nulls("review", "shipping", "source_transfer")
                .field("status", call.status())
                .field("transfer_group", call.zone());
    }

    @Override
    public String head(PageSlice page) {
        return "{\"object\":\"list\",\"url\":\"/v1/charges\",\"has_more\":" + page.hasMore() + ",\"data\":[";
    }

    @Override
    public String tail(PageSlice page) {
        return "]}";
    }

    @Override
    public long offset(Map<String, String> query) {
        String after = query.get("starting_after");
        return after == null ? 0 : CallRow.indexOf(after) + 1;
    }
}
