// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.catalog.RowFinder;
import io.github.analytics4j.catalog.Table;
import java.util.List;
import java.util.Map;

/** The tables for the catalogue. */
final class VoisnapTables {
    private VoisnapTables() {}

    static List<Table.Builder<?>> analyticsOverview() {
        var t1 = Table.of(
                "voisnap_overview",
                "Conversations in a period: totals and their course.",
                RowFinder.<Overview>response());
        var t1Part1 = t1.at("period", Overview::period);
        t1Part1.date("from", ReportingPeriod::from, "First day.");
        t1Part1.date("to", ReportingPeriod::to, "Last day.");
        t1Part1.always();
        t1.choice(
                "groupBy",
                Overview::groupBy,
                "Length of the steps of the series, as asked for.",
                VoisnapChoices.GROUP_BY);
        var t1Part2 = t1.at("totals", Overview::totals);
        t1Part2.bigint("conversations", OverviewTotals::conversations, "Number of conversations.\ncount");
        t1Part2.number(
                "totalDurationSeconds",
                OverviewTotals::totalDurationSeconds,
                "Length of all conversations together.\nseconds");
        t1Part2.number(
                "avgDurationSeconds", OverviewTotals::avgDurationSeconds, "Mean length of a conversation.\nseconds");
        t1Part2.decimal("totalCostUsd", OverviewTotals::totalCostUsd, "Cost of all conversations together.\nUSD");
        t1Part2.decimal(
                "avgCostUsdPerConversation",
                OverviewTotals::avgCostUsdPerConversation,
                "Mean cost of a conversation.\nUSD");
        t1Part2.number(
                "transferRate",
                OverviewTotals::transferRate,
                "Share of conversations that were passed on to a person.\nshare\n0–1");
        t1Part2.number(
                "abandonmentRate",
                OverviewTotals::abandonmentRate,
                "Share of conversations that the caller gave up.\nshare\n0–1");
        t1Part2.number(
                "resolutionRate",
                OverviewTotals::resolutionRate,
                "Share of conversations that settled the matter.\nshare\n0–1");
        t1Part2.always();
        var t2 = Table.of(
                "voisnap_overview_series",
                "One step of a period. It has fewer metrics than the totals. The period in steps, oldest first.",
                RowFinder.<Overview>response().list(Overview.Codec.SERIES, Overview::series));
        t2.date("period", OverviewPoint::period, "First day of the step; its time zone is not documented.");
        t2.bigint("conversations", OverviewPoint::conversations, "Number of conversations.\ncount");
        t2.number(
                "totalDurationSeconds",
                OverviewPoint::totalDurationSeconds,
                "Length of all conversations together.\nseconds");
        t2.number("avgDurationSeconds", OverviewPoint::avgDurationSeconds, "Mean length of a conversation.\nseconds");
        t2.decimal("totalCostUsd", OverviewPoint::totalCostUsd, "Cost of all conversations together.\nUSD");
        t2.number(
                "transferRate",
                OverviewPoint::transferRate,
                "Share of conversations that were passed on to a person.\nshare\n0–1");
        t2.number(
                "resolutionRate",
                OverviewPoint::resolutionRate,
                "Share of conversations that settled the matter.\nshare\n0–1");
        t2.always();
        return List.of(t1, t2);
    }

    static List<Table.Builder<?>> analyticsConversations() {
        var t1 = Table.of(
                "voisnap_conversations",
                "Conversations in a period, counted in several ways.",
                RowFinder.<Conversations>response());
        var t1Part1 = t1.at("period", Conversations::period);
        t1Part1.date("from", ReportingPeriod::from, "First day.");
        t1Part1.date("to", ReportingPeriod::to, "Last day.");
        t1Part1.always();
        t1.bigint("total", Conversations::total, "Number of conversations.\ncount");
        var t1Part2 = t1.at("durationPercentiles", Conversations::durationPercentiles);
        t1Part2.number("p50", DurationPercentiles::p50, "The median: half of the conversations are shorter.\nseconds");
        t1Part2.number(
                "p75", DurationPercentiles::p75, "The length that three of four conversations stay below.\nseconds");
        t1Part2.number(
                "p90", DurationPercentiles::p90, "The length that nine of ten conversations stay below.\nseconds");
        t1Part2.number(
                "p99",
                DurationPercentiles::p99,
                "The length that all but one in a hundred conversations stay below.\nseconds");
        t1Part2.always();
        t1.number(
                "avgSentimentScore",
                Conversations::avgSentimentScore,
                "Mean sentiment, higher is more positive.\nscore; the vendor states no range");
        t1.always();
        var t2 = Table.of(
                "voisnap_conversations_by_status",
                "Conversations by how they ended, such as completed, failed, abandoned.",
                RowFinder.<Conversations>response().map(Conversations.Codec.BY_STATUS, Conversations::byStatus));
        t2.text("key", Map.Entry::getKey, "What the value is of.");
        t2.bigint(
                "value",
                Map.Entry::getValue,
                "Conversations by how they ended, such as completed, failed, abandoned.\ncount");
        t2.always();
        var t3 = Table.of(
                "voisnap_conversations_by_channel",
                "Conversations by channel, such as phone.",
                RowFinder.<Conversations>response().map(Conversations.Codec.BY_CHANNEL, Conversations::byChannel));
        t3.text("key", Map.Entry::getKey, "What the value is of.");
        t3.bigint("value", Map.Entry::getValue, "Conversations by channel, such as phone.\ncount");
        t3.always();
        var t4 = Table.of(
                "voisnap_conversations_by_outcome",
                "Conversations by what they achieved, such as resolved or callback_scheduled.",
                RowFinder.<Conversations>response().map(Conversations.Codec.BY_OUTCOME, Conversations::byOutcome));
        t4.text("key", Map.Entry::getKey, "What the value is of.");
        t4.bigint(
                "value",
                Map.Entry::getValue,
                "Conversations by what they achieved, such as resolved or callback_scheduled.\ncount");
        t4.always();
        return List.of(t1, t2, t3, t4);
    }

    static List<Table.Builder<?>> analyticsCosts() {
        var t1 = Table.of("voisnap_costs", "Cost of a period, split in several ways.", RowFinder.<Costs>response());
        var t1Part1 = t1.at("period", Costs::period);
        t1Part1.date("from", ReportingPeriod::from, "First day.");
        t1Part1.date("to", ReportingPeriod::to, "Last day.");
        t1Part1.always();
        t1.decimal("totalUsd", Costs::totalUsd, "Cost of all conversations together.\nUSD");
        var t1Part2 = t1.at("breakdown", Costs::breakdown);
        t1Part2.decimal("llm", CostBreakdown::llm, "Cost of the language model.\nUSD");
        t1Part2.decimal("tts", CostBreakdown::tts, "Cost of text to speech.\nUSD");
        t1Part2.decimal("stt", CostBreakdown::stt, "Cost of speech to text.\nUSD");
        t1Part2.decimal("telephony", CostBreakdown::telephony, "Cost of telephony.\nUSD");
        t1.always();
        var t2 = Table.of(
                "voisnap_costs_by_agent",
                "What one agent cost in a period. Cost of each agent.",
                RowFinder.<Costs>response().list(Costs.Codec.BY_AGENT, Costs::byAgent));
        t2.text("agentId", AgentCost::agentId, "The id of the agent, agt_….");
        t2.text("agentName", AgentCost::agentName, "Name of the agent, for people.");
        t2.decimal("totalUsd", AgentCost::totalUsd, "Cost of the agent's conversations together.\nUSD");
        t2.bigint("conversations", AgentCost::conversations, "Number of the agent's conversations.\ncount");
        t2.always();
        var t3 = Table.of(
                "voisnap_costs_series",
                "What one step of a period cost. The period in steps, oldest first.",
                RowFinder.<Costs>response().list(Costs.Codec.SERIES, Costs::series));
        t3.date("period", CostPoint::period, "First day of the step; its time zone is not documented.");
        t3.decimal("totalUsd", CostPoint::totalUsd, "Cost of the step's conversations together.\nUSD");
        t3.bigint("conversations", CostPoint::conversations, "Number of conversations.\ncount");
        t3.always();
        return List.of(t1, t2, t3);
    }

    static List<Table.Builder<?>> analyticsSentiment() {
        var t1 = Table.of(
                "voisnap_sentiment", "Sentiment of the conversations in a period.", RowFinder.<Sentiment>response());
        var t1Part1 = t1.at("period", Sentiment::period);
        t1Part1.date("from", ReportingPeriod::from, "First day.");
        t1Part1.date("to", ReportingPeriod::to, "Last day.");
        t1Part1.always();
        t1.number(
                "avgScore",
                Sentiment::avgScore,
                "Mean sentiment, higher is more positive.\nscore; the vendor states no range");
        var t1Part2 = t1.at("distribution", Sentiment::distribution);
        t1Part2.number("positive", SentimentDistribution::positive, "Share of positive conversations.\nshare\n0–1");
        t1Part2.number("neutral", SentimentDistribution::neutral, "Share of neutral conversations.\nshare\n0–1");
        t1Part2.number("negative", SentimentDistribution::negative, "Share of negative conversations.\nshare\n0–1");
        t1Part2.always();
        t1.always();
        var t2 = Table.of(
                "voisnap_sentiment_series",
                "Sentiment in one step of a period. The period in steps, oldest first.",
                RowFinder.<Sentiment>response().list(Sentiment.Codec.SERIES, Sentiment::series));
        t2.date("period", SentimentPoint::period, "First day of the step; its time zone is not documented.");
        t2.number(
                "avgScore",
                SentimentPoint::avgScore,
                "Mean sentiment, higher is more positive.\nscore; the vendor states no range");
        t2.number("positive", SentimentPoint::positive, "Share of positive conversations.\nshare\n0–1");
        t2.number("neutral", SentimentPoint::neutral, "Share of neutral conversations.\nshare\n0–1");
        t2.number("negative", SentimentPoint::negative, "Share of negative conversations.\nshare\n0–1");
        t2.always();
        return List.of(t1, t2);
    }

    static List<Table.Builder<?>> analyticsIntents() {
        var t1 = Table.of(
                "voisnap_intents", "What the conversations of a period were about.", RowFinder.<Intents>response());
        var t1Part1 = t1.at("period", Intents::period);
        t1Part1.date("from", ReportingPeriod::from, "First day.");
        t1Part1.date("to", ReportingPeriod::to, "Last day.");
        t1Part1.always();
        var t2 = Table.of(
                "voisnap_intents_intents",
                "How often people wanted one thing. The intents; what is not listed is presumably gathered under other.",
                RowFinder.<Intents>response().list(Intents.Codec.INTENTS, Intents::intents));
        t2.text("intent", IntentCount::intent, "What was wanted, such as billing_inquiry.");
        t2.bigint("count", IntentCount::count, "Number of conversations about it.\ncount");
        t2.number(
                "percentage",
                IntentCount::percentage,
                "Share of all conversations, in spite of its name a decimal.\nshare\n0–1");
        t2.always();
        return List.of(t1, t2);
    }
}
