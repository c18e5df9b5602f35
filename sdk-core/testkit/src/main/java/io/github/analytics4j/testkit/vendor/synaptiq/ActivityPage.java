package io.github.analytics4j.testkit.vendor.synaptiq;

import io.github.analytics4j.testkit.data.Paging;
import io.github.analytics4j.testkit.data.RowSelection;
import io.github.analytics4j.testkit.data.RowView;
import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.server.Params;
import io.github.analytics4j.testkit.server.Refusal;
import io.github.analytics4j.testkit.server.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request for a page of Synaptiq's activity feed. */
public record ActivityPage(long page, long limit, Instant from, Instant end, RowSelection.@Nullable Filter filter) {
    private record Filter(
            Sales sales,
            @Nullable List<String> types,
            @Nullable String lead) implements RowSelection.Filter {
        @Override
        public boolean passes(long key, long time, @Nullable Object edit) {
            ActivityRow row = sales.row().read(key, time);
            return (types == null || types.contains(ActivityRow.TYPES[row.type]))
                    && (lead == null || lead.equals(row.lead()));
        }
    }

    public static ActivityPage read(Params params, Instant now, Sales sales) {
        Instant end = params.end("endDate", now.plusMillis(1));
        Instant from = params.time("startDate", now.minus(Duration.ofDays(1)));
        if (from.isAfter(end)) {
            throw new Refusal(400, "startDate must not be after endDate.", "startDate");
        }
        if (Duration.between(from, end).toDays() > SynaptiqAnalytics.LONGEST_DAYS) {
            throw new Refusal(422, "The date range must not exceed 365 days.");
        }
        String types = params.text("type");
        String lead = params.text("leadId");
        Filter filter = types == null && lead == null
                ? null
                : new Filter(sales, types == null ? null : Params.list(types), lead);
        long page = params.number("page", 1, 1, Integer.MAX_VALUE);
        return new ActivityPage(page, params.number("limit", 50, 1, 100), from, end, filter);
    }

    public Reply answer(Sales sales, Paging quirks, RowSelection.Cache selections) {
        RowView view = sales.events.view();
        RowSelection rows = selections.select(view, from.toEpochMilli(), end.toEpochMilli(), filter);
        long offset = (page - 1) * limit;
        ActivityRow row = sales.row();
        JsonOut out = JsonOut.local().beginObject().name("data").beginArray();
        rows.page(
                quirks.offset(offset),
                quirks.limit(offset, limit),
                (key, time, edit) -> row.read(key, time).write(out));
        long total = quirks.stated(rows.total());
        out.endArray().name("pagination").beginObject().field("page", page).field("limit", limit);
        out.field("total", total).field("totalPages", (total + limit - 1) / limit);
        out.field("hasMore", page * limit < total).endObject();
        Reply reply = Reply.json(200, out.endObject());
        sales.events.pageAnswered();
        return reply;
    }
}
