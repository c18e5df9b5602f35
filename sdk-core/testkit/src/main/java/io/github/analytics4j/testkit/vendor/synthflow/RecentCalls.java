package io.github.analytics4j.testkit.vendor.synthflow;

import io.github.analytics4j.testkit.data.RowView;
import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.json.LocalTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest calls of some agents within a time range, as the analytics export lists them. */
final class RecentCalls {
    private static final int MOST = 10;
    // Rows looked at in one go; how many of them pass depends on the type asked for.
    private static final int STEP = 64;

    private record Recent(CallAgent agent, CallRow row) {}

    private final List<Recent> newest = new ArrayList<>();

    RecentCalls(List<CallAgent> agents, Instant from, Instant to, @Nullable String type) {
        for (CallAgent agent : agents) {
            List<Recent> found = new ArrayList<>();
            RowView view = agent.calls().view();
            long end = view.firstBefore(from.toEpochMilli());
            for (long at = view.firstBefore(to.toEpochMilli()); at < end && found.size() < MOST; at += STEP) {
                view.scan(at, Math.min(end, at + STEP), (key, time, edit) -> {
                    CallRow row = agent.rows(view).read(key, time, edit);
                    if (row.started && (type == null || type.equals(row.type))) {
                        found.add(new Recent(agent, row));
                    }
                });
            }
            newest.addAll(found);
        }
        newest.sort(Comparator.comparing(recent -> -recent.row().time));
    }

    void write(JsonOut out) {
        newest.stream().limit(MOST).forEach(recent -> write(out, recent.agent(), recent.row()));
    }

    private static void write(JsonOut out, CallAgent agent, CallRow row) {
        out.beginObject().field("call_id", row.id());
        out.field("call_status", row.status);
        out.field("duration", row.duration).field("agent_name", agent.name());
        out.field("model_id", agent.modelId()).field("lead_phone_number", row.phone());
        out.name("created_at").separate().raw("\"");
        LocalTimes.write(out, row.time);
        out.raw("\"").done().endObject();
    }
}
