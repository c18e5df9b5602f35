package io.github.analytics4j.testkit.vendor.voisnap;

import io.github.analytics4j.testkit.data.Buckets;
import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.server.Env;
import io.github.analytics4j.testkit.server.Params;
import io.github.analytics4j.testkit.server.Refusal;
import io.github.analytics4j.testkit.server.Reply;
import io.github.analytics4j.testkit.server.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The five analytics of Voisnap over one log of conversations; what is said twice agrees. */
public final class VoisnapAnalytics {
    private final Env env;
    private final ConversationLog log;

    public VoisnapAnalytics(Env env, ConversationLog log) {
        this.env = env;
        this.log = log;
    }

    /** A request with its days and agents. */
    private final class Question {
        final LocalDate from;
        final LocalDate to;
        final String groupBy;
        final @Nullable String agent;
        final @Nullable String channel;

        Question(Params params) {
            LocalDate today = Times.date(env.now());
            to = params.date("dateTo", today);
            from = params.date("dateFrom", to.minusDays(29));
            if (from.isAfter(to)) {
                throw new Refusal(400, "dateFrom must not be after dateTo.", "dateFrom");
            }
            String size = params.oneOf("groupBy", "day", "week", "month");
            groupBy = size == null ? "day" : size;
            agent = params.text("agentId");
            channel = params.text("channel");
        }

        VoisnapTally tally() {
            VoisnapTally tally = new VoisnapTally();
            log.forEach(from, to, this::holds, tally::add);
            return tally;
        }

        /** The conversations of each period that has any: what lies between them costs nothing. */
        Map<LocalDate, VoisnapTally> periods() {
            Map<LocalDate, VoisnapTally> periods = new TreeMap<>();
            log.forEach(
                    from,
                    to,
                    this::holds,
                    row -> periods.computeIfAbsent(
                                    Buckets.start(from, Times.date(Instant.ofEpochMilli(row.time)), groupBy),
                                    start -> new VoisnapTally())
                            .add(row));
            return periods;
        }

        private boolean holds(Conversation row) {
            return (agent == null || agent.equals(Conversation.AGENTS[row.agent]))
                    && (channel == null || channel.equals(Conversation.CHANNELS[row.channel]));
        }

        /** The beginning of every response. */
        JsonOut open() {
            JsonOut out = JsonOut.local().beginObject().name("period").beginObject();
            return out.field("from", from.toString()).field("to", to.toString()).endObject();
        }
    }

    public Reply overview(Params params) {
        Question question = new Question(params);
        VoisnapTally all = question.tally();
        JsonOut out = question.open()
                .field("groupBy", question.groupBy)
                .name("totals")
                .beginObject();
        measures(out, all);
        out.field("avgCostUsdPerConversation", all.average(all.cents) / 100, 3);
        out.field("abandonmentRate", all.share(all.statuses[1]), 3).endObject();
        series(out, question, (tally) -> measures(out, tally));
        return Reply.json(200, out.endObject());
    }

    private static JsonOut measures(JsonOut out, VoisnapTally tally) {
        return out.field("conversations", tally.conversations)
                .field("totalDurationSeconds", tally.seconds)
                .field("avgDurationSeconds", Math.round(tally.average(tally.seconds)))
                .cents("totalCostUsd", tally.cents)
                .field("transferRate", tally.share(tally.outcomes[1]), 3)
                .field("resolutionRate", tally.share(tally.outcomes[0]), 3);
    }

    public Reply conversations(Params params) {
        Question question = new Question(params);
        VoisnapTally all = question.tally();
        JsonOut out = question.open().field("total", all.conversations);
        counts(out, "byStatus", Conversation.STATUSES, all.statuses);
        counts(out, "byChannel", Conversation.CHANNELS, all.channels);
        counts(out, "byOutcome", Conversation.OUTCOMES, all.outcomes);
        out.name("durationPercentiles").beginObject();
        for (int percent : new int[] {50, 75, 90, 99}) {
            out.field("p" + percent, all.percentile(percent));
        }
        out.endObject().field("avgSentimentScore", all.average(all.sentiment) / 100, 2);
        return Reply.json(200, out.endObject());
    }

    private static void counts(JsonOut out, String name, String[] names, long[] counts) {
        out.name(name).beginObject();
        for (int i = 0; i < names.length; i++) {
            if (counts[i] > 0) {
                out.field(names[i], counts[i]);
            }
        }
        out.endObject();
    }

    public Reply costs(Params params) {
        Question question = new Question(params);
        VoisnapTally all = question.tally();
        JsonOut out =
                question.open().cents("totalUsd", all.cents).name("breakdown").beginObject();
        for (int i = 0; i < Conversation.COSTS.length; i++) {
            out.cents(Conversation.COSTS[i], all.costs[i]);
        }
        out.endObject().name("byAgent").beginArray();
        for (int i = 0; i < Conversation.AGENTS.length; i++) {
            if (all.agentConversations[i] > 0) {
                out.beginObject().field("agentId", Conversation.AGENTS[i]);
                out.field("agentName", Conversation.AGENT_NAMES[i]).cents("totalUsd", all.agentCents[i]);
                out.field("conversations", all.agentConversations[i]).endObject();
            }
        }
        out.endArray();
        series(out, question, tally -> out.cents("totalUsd", tally.cents).field("conversations", tally.conversations));
        return Reply.json(200, out.endObject());
    }

    public Reply sentiment(Params params) {
        Question question = new Question(params);
        VoisnapTally all = question.tally();
        JsonOut out = question.open().field("avgScore", all.average(all.sentiment) / 100, 2);
        moods(out.name("distribution").beginObject(), all).endObject();
        series(out, question, tally -> moods(out.field("avgScore", tally.average(tally.sentiment) / 100, 2), tally));
        return Reply.json(200, out.endObject());
    }

    private static JsonOut moods(JsonOut out, VoisnapTally tally) {
        return out.field("positive", tally.share(tally.moods[0]), 2)
                .field("neutral", tally.share(tally.moods[1]), 2)
                .field("negative", tally.share(tally.moods[2]), 2);
    }

    public Reply intents(Params params) {
        Question question = new Question(params);
        long limit = params.number("limit", 10, 1, 100);
        VoisnapTally all = question.tally();
        JsonOut out = question.open().name("intents").beginArray();
        Integer[] ranked = new Integer[Conversation.INTENTS.length];
        Arrays.setAll(ranked, i -> i);
        Arrays.sort(ranked, (a, b) -> Long.compare(all.intents[b], all.intents[a]));
        for (int i = 0; i < Math.min(limit, ranked.length); i++) {
            long count = all.intents[ranked[i]];
            out.beginObject().field("intent", Conversation.INTENTS[ranked[i]]).field("count", count);
            out.field("percentage", all.share(count), 3).endObject();
        }
        return Reply.json(200, out.endArray().endObject());
    }

    private static void series(JsonOut out, Question question, Consumer<VoisnapTally> values) {
        out.name("series").beginArray();
        question.periods().forEach((start, tally) -> {
            out.beginObject().field("period", start.toString());
            values.accept(tally);
            out.endObject();
        });
        out.endArray();
    }
}
