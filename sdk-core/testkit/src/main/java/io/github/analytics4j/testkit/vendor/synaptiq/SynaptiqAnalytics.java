package io.github.analytics4j.testkit.vendor.synaptiq;

import io.github.analytics4j.testkit.data.Buckets;
import io.github.analytics4j.testkit.data.Buckets.Bucket;
import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.server.Env;
import io.github.analytics4j.testkit.server.Params;
import io.github.analytics4j.testkit.server.Refusal;
import io.github.analytics4j.testkit.server.Reply;
import io.github.analytics4j.testkit.server.Times;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Synaptiq's overview and funnel. */
public final class SynaptiqAnalytics {
    static final long LONGEST_DAYS = 365;

    private final Env env;
    private final Sales sales;

    public SynaptiqAnalytics(Env env, Sales sales) {
        this.env = env;
        this.sales = sales;
    }

    private record Period(LocalDate start, LocalDate end) {
        long days() {
            return ChronoUnit.DAYS.between(start, end) + 1;
        }

        JsonOut write(JsonOut out) {
            return out.name("period")
                    .beginObject()
                    .field("startDate", start.toString())
                    .field("endDate", end.toString())
                    .endObject();
        }
    }

    private Period period(Params params) {
        LocalDate end = params.date("endDate", Times.date(env.now()));
        LocalDate start = params.date("startDate", end.minusDays(30));
        if (start.isAfter(end)) {
            throw new Refusal(400, "startDate must not be after endDate.", "startDate");
        }
        if (ChronoUnit.DAYS.between(start, end) > LONGEST_DAYS) {
            throw new Refusal(422, "The date range must not exceed 365 days.");
        }
        return new Period(start, end);
    }

    private SalesCounts counts(Period period) {
        return SalesCounts.of(sales, period.start(), period.end(), null, null);
    }

    public Reply overview(Params params) {
        Period period = period(params);
        String granularity = params.oneOf("granularity", "day", "week", "month");
        String comparison = params.oneOf("compareWith", "previous_period", "previous_year");
        SalesCounts now = counts(period);
        JsonOut out = period.write(JsonOut.local().beginObject());
        summary(out, now);
        if (comparison == null) {
            out.name("comparison").value(null);
        } else {
            compare(out, now, earlier(period, comparison));
        }
        out.name("timeSeries").beginArray();
        String size = granularity == null ? "day" : granularity;
        for (Bucket bucket : Buckets.of(period.start(), period.end(), size)) {
            bucket(out, bucket, size);
        }
        return Reply.json(200, out.endArray().endObject());
    }

    private static Period earlier(Period period, String comparison) {
        return comparison.equals("previous_year")
                ? new Period(period.start().minusYears(1), period.end().minusYears(1))
                : new Period(
                        period.start().minusDays(period.days()), period.start().minusDays(1));
    }

    private static void summary(JsonOut out, SalesCounts now) {
        out.name("summary").beginObject();
        out.field("totalConversations", now.conversations()).field("totalLeads", now.leads());
        out.field("qualifiedLeads", now.qualified()).field("conversionRate", now.conversionRate(), 4);
        out.field("avgLeadScore", SalesCounts.ratio(now.scores, now.leads()), 1);
        out.field("avgResponseTime", SalesCounts.ratio(now.responseMillis, now.conversations()) / 1000, 1);
        out.field("avgMessagesPerConversation", SalesCounts.ratio(now.messages, now.conversations()), 1);
        out.field("handoffRate", SalesCounts.ratio(now.handoffs, now.conversations()), 2);
        out.cents("totalRevenuePipeline", now.pipelineCents).endObject();
    }

    private void compare(JsonOut out, SalesCounts now, Period before) {
        SalesCounts earlier = counts(before);
        before.write(out.name("comparison").beginObject());
        count(out, "totalConversations", now.conversations(), earlier.conversations());
        count(out, "totalLeads", now.leads(), earlier.leads());
        count(out, "qualifiedLeads", now.qualified(), earlier.qualified());
        out.name("conversionRate").beginObject().field("value", earlier.conversionRate(), 4);
        change(out, now.conversionRate(), earlier.conversionRate());
        out.endObject();
    }

    private static void count(JsonOut out, String name, long now, long earlier) {
        out.name(name).beginObject().field("value", earlier);
        change(out, (double) now, (double) earlier);
    }

    private static void change(JsonOut out, double now, double earlier) {
        if (earlier == 0) {
            out.name("change").value(null);
        } else {
            out.field("change", (now - earlier) / earlier, 3);
        }
        out.endObject();
    }

    private void bucket(JsonOut out, Bucket bucket, String size) {
        SalesCounts counts = SalesCounts.of(sales, bucket.first(), bucket.last(), null, null);
        String period = size.equals("day") ? bucket.first().toString() : bucket.first() + "/" + bucket.last();
        out.beginObject().field("period", period).field("conversations", counts.conversations());
        out.field("leads", counts.leads()).field("qualifiedLeads", counts.qualified());
        out.field("conversionRate", counts.conversionRate(), 4).endObject();
    }

    public Reply funnel(Params params) {
        Period period = period(params);
        String channel = params.oneOf("channel", SalesCounts.CHANNELS);
        String source = params.oneOf("source", SalesCounts.SOURCES);
        long[] stages = SalesCounts.of(sales, period.start(), period.end(), channel, source).stages;
        JsonOut out = period.write(JsonOut.local().beginObject());
        out.name("stages").beginArray();
        int worst = 0;
        for (int i = 0; i < stages.length; i++) {
            out.beginObject().field("name", SalesCounts.STAGES[i]).field("count", stages[i]);
            if (i == stages.length - 1) {
                out.name("conversionToNext").value(null);
            } else {
                out.field("conversionToNext", SalesCounts.ratio(stages[i + 1], stages[i]), 3);
                worst = lost(stages, i) > lost(stages, worst) ? i : worst;
            }
            out.endObject();
        }
        out.endArray().field("overallConversion", SalesCounts.ratio(stages[stages.length - 1], stages[0]), 5);
        out.field("topDropoffStage", SalesCounts.STAGES[worst] + " -> " + SalesCounts.STAGES[worst + 1]);
        return Reply.json(200, out.endObject());
    }

    /** How many did not go on from a stage: the vendor's sample names the stage that lost most of them. */
    private static long lost(long[] stages, int stage) {
        return stages[stage] - stages[stage + 1];
    }
}
