package io.github.analytics4j.testkit.vendor.synthflow;

import io.github.analytics4j.testkit.data.Paging;
import io.github.analytics4j.testkit.data.RowSelection;
import io.github.analytics4j.testkit.data.RowView;
import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.server.Params;
import io.github.analytics4j.testkit.server.Refusal;
import io.github.analytics4j.testkit.server.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request for a page of calls. */
public record CallPage(String modelId, long limit, long offset, long from, long to, Params params, Paging quirks) {
    public static final Set<String> PARAMETERS = Set.of(
            "model_id",
            "limit",
            "offset",
            "from_date",
            "to_date",
            "call_status",
            "duration_min",
            "duration_max",
            "lead_phone_number");

    private static final Instant EARLIEST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LATEST = Instant.ofEpochMilli(Long.MAX_VALUE);

    public static CallPage read(Params params, Paging quirks) {
        String modelId = params.required("model_id");
        long limit = params.number("limit", 20);
        if (limit < 1 || limit > 100) {
            throw new Refusal(400, "Limit must be between 1 and 100.");
        }
        long offset = params.number("offset", 0);
        if (offset < 0) {
            throw new Refusal(400, "Offset must not be negative.");
        }
        long from = params.time("from_date", EARLIEST).toEpochMilli();
        long to = params.time("to_date", LATEST).toEpochMilli();
        return new CallPage(modelId, limit, offset, from, to, params, quirks);
    }

    /**
     * The page of these agents' calls.
     *
     * @param byEnd whether {@code to_date} is held against the end of a call, as the vendor's page says, and not against
     *     its start
     */
    public Reply answer(List<CallAgent> agents, RowSelection.Cache selections, boolean byEnd) {
        for (CallAgent agent : agents) {
            if (agent.modelId().equals(modelId)) {
                return answer(agent, selections, byEnd);
            }
        }
        return Reply.json(200, page(null, 0));
    }

    private Reply answer(CallAgent agent, RowSelection.Cache selections, boolean byEnd) {
        RowView view = agent.calls().view();
        boolean ranged = from != EARLIEST.toEpochMilli() || to != LATEST.toEpochMilli();
        long endBefore = byEnd ? to : Long.MAX_VALUE;
        RowSelection rows = selections.select(view, from, to, CallFilter.of(agent, view, params, ranged, endBefore));
        CallRow row = agent.rows(view);
        RowWriter write = out -> {
            CallJson json =
                    new CallJson(agent.modelId(), out, agent.calls().timeline().dataNow());
            rows.page(
                    quirks.offset(offset),
                    quirks.limit(offset, limit),
                    (key, time, edit) -> json.write(row.read(key, time, edit)));
        };
        Reply reply = Reply.json(200, page(write, rows.total()));
        agent.calls().pageAnswered();
        return reply;
    }

    private interface RowWriter {
        void write(JsonOut out);
    }

    private JsonOut page(@Nullable RowWriter rows, long total) {
        JsonOut out = JsonOut.local().beginObject().field("status", "ok");
        out.name("response").beginObject().name("pagination").beginObject();
        out.field("total_records", quirks.stated(total)).field("limit", limit).field("offset", offset);
        out.endObject().name("calls").beginArray();
        if (rows != null) {
            rows.write(out);
        }
        return out.endArray().endObject().endObject();
    }
}
