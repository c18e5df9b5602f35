package io.github.analytics4j.testkit.vendor.synthflow;

import io.github.analytics4j.testkit.data.RowView;
import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.json.LocalTimes;
import java.util.List;

/** The newest calls as the analytics export lists them. */
public final class RecentCalls {
    private static final int MOST = 10;

    private final JsonOut out;
    private final List<SynthflowAgent> agents;

    RecentCalls(JsonOut out, List<SynthflowAgent> agents) {
        this.out = out;
        this.agents = agents;
    }

    void write() {
        for (SynthflowAgent agent : agents) {
            RowView view = agent.calls().view();
            CallRow row = new CallRow(agent.seed());
            for (long at = 0; at < Math.min(MOST / agents.size(), view.size()); at++) {
                write(agent, row.read(view.key(at), view.time(at)));
            }
        }
    }

    private void write(SynthflowAgent agent, CallRow row) {
        out.beginObject().field("call_id", CallJson.id(row.bits, row.key));
        out.field("call_status", CallRow.STATUSES[row.status]);
        out.field("duration", row.duration).field("agent_name", agent.name());
        out.field("model_id", agent.modelId()).field("lead_phone_number", row.phone());
        out.name("created_at").separate().raw("\"");
        LocalTimes.write(out, row.time);
        out.raw("\"").done().endObject();
    }
}
