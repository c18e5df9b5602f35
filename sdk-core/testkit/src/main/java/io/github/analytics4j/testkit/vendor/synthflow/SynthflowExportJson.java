package io.github.analytics4j.testkit.vendor.synthflow;

import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.json.LocalTimes;
import io.github.analytics4j.testkit.vendor.synthflow.CallTally.Counts;
import io.github.analytics4j.testkit.vendor.synthflow.CallTally.Names;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Writes the analytics export; percentages are 0 to 100 and have decimals, as the vendor's rendered example has. */
public final class SynthflowExportJson {
    private final JsonOut out;
    private final CallTally now;
    private final CallTally before;
    private final List<CallAgent> agents;
    private final RecentCalls recent;

    SynthflowExportJson(JsonOut out, CallTally now, CallTally before, List<CallAgent> agents, RecentCalls recent) {
        this.out = out;
        this.now = now;
        this.before = before;
        this.agents = agents;
        this.recent = recent;
    }

    JsonOut write() {
        out.beginObject();
        actions();
        performance();
        counted("call_status_stat", "status", CallRow.STATUSES, counts -> counts.statuses);
        out.name("recent_call_history").beginObject().name("items").beginArray();
        recent.write(out);
        out.endArray().endObject();
        durations();
        counted("end_call_reason_stat", "reason", CallRow.REASONS, counts -> counts.reasons);
        sentiment();
        return out.endObject();
    }

    private void actions() {
        out.name("executed_actions").beginObject().name("items").beginArray();
        for (int i = 0; i < CallRow.ACTIONS.length; i++) {
            int action = i;
            out.beginObject().field("name", CallRow.ACTIONS[i]).field("value", now.all.actions[i]);
            series(counts -> out.field("value", counts.actions[action]));
            change("percentage_change", now.all.actions[i], before.all.actions[i]);
            out.endObject();
        }
        out.endArray().endObject();
    }

    private void performance() {
        out.name("assistant_performance").beginObject();
        ranking("by_minutes_used", "minutes_used", "percentage_change", Counts::minutes);
        ranking("by_calls_made", "calls_made", "percent_change", counts -> (double) counts.calls);
        ranking(
                "by_success_rate",
                "success_rate",
                "percentage_change",
                counts -> percent(counts.completed, counts.calls));
        out.endObject();
    }

    private void ranking(String name, String value, String change, ToDoubleFunction<Counts> measure) {
        out.name(name).beginArray();
        for (int i = 0; i < agents.size(); i++) {
            double measured = measure.applyAsDouble(now.agents[i]);
            out.beginObject().field("model_id", agents.get(i).modelId());
            out.field("name", agents.get(i).name());
            number(value, measured);
            change(change, measured, measure.applyAsDouble(before.agents[i]));
            out.endObject();
        }
        out.endArray();
    }

    private void counted(String name, String label, String[] known, Function<Counts, Names> counts) {
        Set<String> names = new LinkedHashSet<>(List.of(known));
        counts.apply(now.all).all().forEach(names::add);
        boolean changes = label.equals("status");
        out.name(name).beginObject().name("items").beginArray();
        for (String each : names) {
            long value = counts.apply(now.all).of(each);
            out.beginObject().field(label, each).field("value", value);
            number("percentage", percent(value, now.all.calls));
            if (changes) {
                change("percentage_change", value, counts.apply(before.all).of(each));
            }
            out.endObject();
        }
        out.endArray();
        series(day -> names.forEach(each -> out.field(each, counts.apply(day).of(each))));
        out.endObject();
    }

    private void durations() {
        out.name("duration_metrics").beginObject();
        metrics(now.all);
        series(this::metrics);
        change("total_minutes_percentage_change", now.all.seconds, before.all.seconds);
        change("total_duration_percentage_change", now.all.seconds, before.all.seconds);
        change("total_calls_percentage_change", now.all.calls, before.all.calls);
        out.endObject();
    }

    private void metrics(Counts counts) {
        number("total_minutes", counts.minutes());
        number("average_duration", counts.averageSeconds());
        out.field("total_calls", counts.calls);
    }

    private void sentiment() {
        out.name("sentiment_stat").beginObject();
        double share = percent(now.all.positive, now.all.calls);
        number("positive_percentage", share);
        series(day -> out.field("positive", day.positive).field("total", day.calls));
        change("positive_percentage_change", share, percent(before.all.positive, before.all.calls));
        out.endObject();
    }

    private interface Day {
        void write(Counts counts);
    }

    private void series(Day day) {
        out.name("series").beginArray();
        for (Map.Entry<Long, Counts> entry : now.days.entrySet()) {
            out.beginObject().name("date").separate().raw("\"");
            LocalTimes.date(out, entry.getKey());
            out.raw("\"").done();
            day.write(entry.getValue());
            out.endObject();
        }
        out.endArray();
    }

    private void change(String name, long value, long earlier) {
        change(name, (double) value, (double) earlier);
    }

    private void change(String name, double value, double earlier) {
        number(name, earlier == 0 ? (value == 0 ? 0 : 100) : (value - earlier) / earlier * 100);
    }

    /** Whole numbers without a point, as the vendor's types are a mix of both. */
    private void number(String name, double value) {
        if (value == Math.rint(value)) {
            out.field(name, (long) value);
        } else {
            out.field(name, value, 5);
        }
    }

    private static double percent(long part, long whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }
}
