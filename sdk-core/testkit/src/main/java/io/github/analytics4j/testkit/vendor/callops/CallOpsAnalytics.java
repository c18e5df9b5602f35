package io.github.analytics4j.testkit.vendor.callops;

import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.json.LocalTimes;
import io.github.analytics4j.testkit.server.Params;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** CallOps' call analytics over the calls that the log of events tells of; what is said twice agrees. */
public final class CallOpsAnalytics {
    private static final long HOUR = 3_600_000;
    private static final String[] STAGES = {"stt", "llm", "tts"};

    private final OpsLog log;

    public CallOpsAnalytics(OpsLog log) {
        this.log = log;
    }

    private void forEach(Params params, List<String> agents, OpsLog.EachCall each) {
        log.calls(params, agents, each);
    }

    private List<String> agent(Params params) {
        log.checkRange(params); // the framework names mistakes in the order of the parameters
        return params.text("agent_id") == null ? List.of() : List.of(params.uuid("agent_id"));
    }

    private OpsTally all(Params params) {
        OpsTally tally = new OpsTally();
        forEach(params, agent(params), (millis, call) -> tally.add(call));
        return tally;
    }

    /** The calls of each day, added to those of all days as well. */
    private Map<Long, OpsTally> days(Params params, OpsTally all) {
        Map<Long, OpsTally> days = new TreeMap<>();
        forEach(params, agent(params), (millis, call) -> {
            days.computeIfAbsent(Math.floorDiv(millis, 24 * HOUR), day -> new OpsTally())
                    .add(call);
            all.add(call);
        });
        return days;
    }

    private OpsTally[] agents(Params params, List<String> chosen) {
        OpsTally[] agents = new OpsTally[OpsCall.AGENTS.length];
        Arrays.setAll(agents, i -> new OpsTally());
        forEach(params, chosen, (millis, call) -> agents[call.agent].add(call));
        return agents;
    }

    private void daily(JsonOut out, Params params, BiConsumer<JsonOut, OpsTally> values) {
        daily(out, days(params, new OpsTally()), values);
    }

    private static void daily(JsonOut out, Map<Long, OpsTally> days, BiConsumer<JsonOut, OpsTally> values) {
        out.beginArray();
        days.forEach((day, tally) -> {
            out.beginObject().name("date").separate().raw("\"");
            LocalTimes.date(out, day);
            out.raw("\"").done();
            values.accept(out, tally);
            out.endObject();
        });
        out.endArray();
    }

    public JsonOut overview(Params params, JsonOut out) {
        OpsTally all = all(params);
        out.beginObject().field("total_calls", all.calls).field("total_duration", all.duration / 10.0, 1);
        out.field("avg_duration", all.average(all.duration), 1).field("completed_calls", all.completed);
        return out.field("failed_calls", all.failed).endObject();
    }

    public JsonOut callVolume(Params params, JsonOut out) {
        daily(out, params, (json, day) -> json.field("count", day.calls));
        return out;
    }

    public JsonOut latency(Params params, JsonOut out) {
        OpsTally all = new OpsTally();
        Map<Long, OpsTally> days = days(params, all);
        latencies(out.beginObject(), "avg_", all).name("daily_trend");
        daily(out, days, (json, day) -> latencies(json, "", day));
        return out.endObject();
    }

    private static JsonOut latencies(JsonOut out, String prefix, OpsTally tally) {
        for (int i = 0; i < STAGES.length; i++) {
            out.field(prefix + STAGES[i] + "_latency_ms", tally.average(tally.latencies[i]), 1);
        }
        return out.field(prefix + "total_latency_ms", tally.average(tally.totalLatency), 1);
    }

    public JsonOut costOverview(Params params, JsonOut out) {
        OpsTally all = all(params);
        out.beginObject().cents("total_spend", all.cents);
        out.field("avg_cost_per_call", all.perCall(all.cents) / 100, 2);
        for (String stage : STAGES) {
            out.field(stage + "_cost_total", 0.0, 1); // the vendor's sample has zeros beside a spend
        }
        return out.endObject();
    }

    public JsonOut costTrend(Params params, JsonOut out) {
        daily(out, params, (json, day) -> json.cents("total_cost", day.cents));
        return out;
    }

    public JsonOut costByAgent(Params params, JsonOut out) {
        OpsTally[] agents = agents(params, agent(params));
        Integer[] order = {0, 1, 2};
        Arrays.sort(order, Comparator.comparing(i -> -agents[i].cents));
        out.beginArray();
        for (int i : order) {
            if (agents[i].calls > 0) {
                identity(out, i).cents("total_cost", agents[i].cents).endObject();
            }
        }
        return out.endArray();
    }

    private static JsonOut identity(JsonOut out, int agent) {
        return out.beginObject().field("agent_id", OpsCall.AGENTS[agent]).field("agent_name", OpsCall.agentName(agent));
    }

    public JsonOut durationDistribution(Params params, JsonOut out) {
        return buckets(out, OpsTally.DURATION_BOUNDS, all(params).durations);
    }

    public JsonOut latencyDistribution(Params params, JsonOut out) {
        return buckets(out, OpsTally.LATENCY_BOUNDS, all(params).totalLatencies);
    }

    private static JsonOut buckets(JsonOut out, int[] bounds, long[] counts) {
        out.beginObject().name("buckets").beginArray();
        for (int i = 0; i < counts.length; i++) {
            int lower = i == 0 ? 0 : bounds[i - 1];
            String bucket = i == bounds.length ? lower + "+" : lower + "-" + bounds[i];
            out.beginObject().field("bucket", bucket).field("count", counts[i]).endObject();
        }
        return out.endArray().endObject();
    }

    public JsonOut conversationTurns(Params params, JsonOut out) {
        OpsTally all = all(params);
        out.beginObject().field("avg_turns", all.perCall(all.turns), 1).name("daily_trend");
        daily(out, params, (json, day) -> json.field("avg_turns", day.perCall(day.turns), 1));
        return out.endObject();
    }

    public JsonOut bargeIn(Params params, JsonOut out) {
        OpsTally all = all(params);
        out.beginObject().field("barge_in_rate", all.perCall(all.bargedIn), 4).name("daily_trend");
        daily(out, params, (json, day) -> json.field("barge_in_rate", day.perCall(day.bargedIn), 4));
        return out.endObject();
    }

    public JsonOut providerErrors(Params params, JsonOut out) {
        OpsTally all = all(params);
        out.beginArray();
        for (int i = 0; i < OpsCall.PROVIDERS.length; i++) {
            out.beginObject().field("provider_name", OpsCall.PROVIDERS[i]);
            out.field("error_count", all.providerErrors[i]).field("total_calls", all.calls);
            out.field("error_rate", all.perCall(all.providerErrors[i]), 6).endObject();
        }
        return out.endArray();
    }

    public JsonOut peakHours(Params params, JsonOut out) {
        long[] hours = new long[7 * 24];
        forEach(params, agent(params), (millis, call) -> {
            long hour = Math.floorDiv(millis, HOUR);
            hours[(int) Math.floorMod(hour + 3 * 24, 7 * 24L)]++; // 1970-01-01 was a Thursday, and Monday is 0
        });
        out.beginArray();
        for (int i = 0; i < hours.length; i++) {
            if (hours[i] > 0) {
                out.beginObject().field("day_of_week", i / 24).field("hour", i % 24);
                out.field("count", hours[i]).endObject();
            }
        }
        return out.endArray();
    }

    public JsonOut outcomes(Params params, JsonOut out) {
        OpsTally all = all(params);
        out.beginArray();
        for (int i = 0; i < OpsCall.OUTCOMES.length; i++) {
            if (all.outcomes[i] > 0) {
                out.beginObject().field("outcome", OpsCall.OUTCOMES[i]);
                out.field("count", all.outcomes[i]).endObject();
            }
        }
        return out.endArray();
    }

    public JsonOut agentComparison(Params params, JsonOut out) {
        OpsTally[] agents = agents(params, Params.list(params.text("agent_ids", "")));
        out.beginArray();
        for (int i = 0; i < agents.length; i++) {
            if (agents[i].calls > 0) {
                comparison(identity(out, i), agents[i]).endObject();
            }
        }
        return out.endArray();
    }

    private static JsonOut comparison(JsonOut out, OpsTally agent) {
        out.field("total_calls", agent.calls).field("avg_duration", agent.average(agent.duration), 1);
        out.field("completion_rate", agent.perCall(agent.completed), 4);
        latencies(out, "avg_", agent).field("avg_cost", agent.perCall(agent.cents) / 100, 4);
        out.field("barge_in_rate", agent.perCall(agent.bargedIn), 4);
        return out.field("avg_turns", agent.perCall(agent.turns), 1).field("error_count", agent.errors);
    }
}
