package io.github.analytics4j.testkit.vendor.synthflow;

import io.github.analytics4j.testkit.data.RowView;
import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.server.Env;
import io.github.analytics4j.testkit.server.Params;
import io.github.analytics4j.testkit.server.Refusal;
import io.github.analytics4j.testkit.server.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The analytics export: the calls of a time range counted, beside those of the range before it. */
public final class SynthflowAnalytics {
    private static final Duration LONGEST = Duration.ofDays(120);

    private final Env env;

    public SynthflowAnalytics(Env env) {
        this.env = env;
    }

    /** The export of these agents' calls. */
    public Reply export(Params params, List<CallAgent> agents) {
        Instant to = params.time("to_date", env.now());
        Instant from = params.time("from_date", to.minus(Duration.ofDays(7)));
        String type = params.oneOf("type_of_call", "inbound", "outbound", "widget");
        String modelId = params.text("model_id");
        if (from.isAfter(to)) {
            throw new Refusal(400, "from_date must not be after to_date.");
        }
        Duration range = Duration.between(from, to);
        if (range.compareTo(LONGEST) > 0) {
            throw new Refusal(400, "The date range must not exceed 120 days.");
        }
        List<CallAgent> chosen = agents.stream()
                .filter(agent -> modelId == null || modelId.equals(agent.modelId()))
                .toList();
        CallTally now = tally(chosen, from, to, type);
        CallTally before = tally(chosen, from.minus(range), from, type);
        RecentCalls recent = new RecentCalls(chosen, from, to, type);
        return Reply.json(200, new SynthflowExportJson(JsonOut.local(), now, before, chosen, recent).write());
    }

    private static CallTally tally(List<CallAgent> agents, Instant from, Instant to, @Nullable String type) {
        CallTally tally = new CallTally(agents.size());
        for (int i = 0; i < agents.size(); i++) {
            int index = i;
            RowView view = agents.get(i).calls().view();
            CallRow row = agents.get(i).rows(view);
            view.between(from.toEpochMilli(), to.toEpochMilli(), (key, time, edit) -> {
                row.read(key, time, edit);
                if (row.started && (type == null || type.equals(row.type))) {
                    tally.add(index, row);
                }
            });
        }
        return tally;
    }
}
