package io.github.analytics4j.benchmarks.rows;

import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Whole answers as text, for decoding without a server. */
public final class Documents {
    private static final int DAYS = 120;

    private Documents() {}

    /** A page of short calls, as they are walked. */
    public static String shortCalls(int count) {
        return calls(count, call -> Dialect.named("synthflow").row(call));
    }

    /** A page of calls whose transcripts have 20,000 characters, every second one partly outside ASCII. */
    public static String longCalls(int count) {
        return calls(count, call -> {
            RowWriter row = new RowWriter();
            row.open()
                    .field("call_id", call.id())
                    .field("call_status", call.status())
                    .field("transcript", Transcripts.of(call.index(), 20_000, call.index() % 2 == 0))
                    .field("duration", call.seconds());
            return row.close().take();
        });
    }

    private static String calls(int count, Function<CallRow, String> row) {
        Dialect dialect = Dialect.named("synthflow");
        PageSlice page = new PageSlice(0, count, count, count);
        String rows = LongStream.range(0, count)
                .mapToObj(index -> row.apply(new CallRow(index)))
                .collect(Collectors.joining());
        return dialect.head(page) + rows.substring(0, rows.length() - 1) + dialect.tail(page);
    }

    /** Synthflow's export over the longest period it allows. */
    public static String export() {
        RowWriter out = new RowWriter();
        out.open();
        items(out, "executed_actions", list(4, Documents::action));
        out.open("assistant_performance")
                .raw("by_minutes_used", list(6, i -> performance(i, "minutes_used", "percentage_change")))
                .raw("by_calls_made", list(6, i -> performance(i, "calls_made", "percent_change")))
                .raw("by_success_rate", list(6, i -> performance(i, "success_rate", "percentage_change")))
                .close();
        out.open("call_status_stat")
                .raw("items", list(5, i -> share("status", new CallRow(i).status(), i)))
                .raw("series", list(DAYS, i -> point(i, "completed", "no-answer", "busy", "failed", "in-progress")))
                .close();
        items(out, "recent_call_history", list(20, Documents::recent));
        out.open("duration_metrics")
                .raw("total_minutes", "198.4")
                .raw("average_duration", "64.25")
                .field("total_calls", 1842)
                .raw("series", list(DAYS, i -> point(i, "total_minutes", "average_duration", "total_calls")))
                .field("total_minutes_percentage_change", 12)
                .raw("total_duration_percentage_change", "-3.5")
                .field("total_calls_percentage_change", 8)
                .close();
        out.open("end_call_reason_stat")
                .raw("items", list(4, i -> share("reason", new CallRow(i).endReason(), i)))
                .raw("series", list(DAYS, i -> point(i, "voicemail", "human_goodbye", "agent_goodbye", "max_duration")))
                .close();
        out.open("sentiment_stat")
                .raw("positive_percentage", "81.81818")
                .raw("series", list(DAYS, i -> point(i, "positive", "total")))
                .field("positive_percentage_change", 4)
                .close();
        return whole(out.close());
    }

    private static String action(long i) {
        return whole(new RowWriter()
                .open()
                .field("name", "book_visit_" + i)
                .field("value", 40 + i)
                .raw("series", list(DAYS, day -> point(day, "value")))
                .close());
    }

    private static String performance(long i, String figure, String change) {
        CallRow call = new CallRow(i);
        RowWriter out = new RowWriter();
        out.open().field("model_id", call.modelId()).field("name", "Agent " + i);
        boolean count = figure.equals("calls_made");
        return whole(out.raw(figure, count ? Long.toString(100 + i) : 90 + i + ".25")
                .field(change, 10 - i)
                .close());
    }

    private static String share(String kind, String name, long i) {
        RowWriter out = new RowWriter();
        out.open().field(kind, name).field("value", 300 + i).raw("percentage", 20 + i + ".91");
        return whole((kind.equals("status") ? out.field("percentage_change", i) : out).close());
    }

    private static String recent(long i) {
        CallRow call = new CallRow(i);
        return whole(new RowWriter()
                .open()
                .field("call_id", call.id())
                .field("call_status", call.status())
                .field("duration", call.seconds())
                .field("agent_name", "Agent " + i % 6)
                .field("model_id", call.modelId())
                .field("lead_phone_number", call.leadPhone())
                .field("created_at", call.start().toString())
                .close());
    }

    private static String point(long day, String... counts) {
        RowWriter out = new RowWriter();
        out.open().field("date", new CallRow(day * 1440).localTime(0).substring(0, 10));
        for (int i = 0; i < counts.length; i++) {
            out.field(counts[i], day * 7 % 50 + i);
        }
        return whole(out.close());
    }

    private static void items(RowWriter out, String name, String list) {
        out.open(name).raw("items", list).close();
    }

    static String list(long count, LongFunction<String> element) {
        return LongStream.range(0, count).mapToObj(element).collect(Collectors.joining(",", "[", "]"));
    }

    static String whole(RowWriter out) {
        String json = out.take();
        return json.substring(0, json.length() - 1);
    }
}
