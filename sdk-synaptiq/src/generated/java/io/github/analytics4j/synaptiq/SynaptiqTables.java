// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.catalog.RowFinder;
import io.github.analytics4j.catalog.Table;
import java.util.List;

/** The tables for the catalogue. */
final class SynaptiqTables {
    private SynaptiqTables() {}

    static List<Table.Builder<?>> analyticsOverview() {
        var t1 = Table.of(
                "synaptiq_overview",
                "The account in a period: totals, optionally compared with an earlier period, and their course.",
                RowFinder.<Overview>response());
        var t1Part1 = t1.at("period", Overview::period);
        t1Part1.date("startDate", ReportingPeriod::startDate, "First day; its time zone is not documented.");
        t1Part1.date("endDate", ReportingPeriod::endDate, "Last day; its time zone is not documented.");
        t1Part1.always();
        var t1Part2 = t1.at("summary", Overview::summary);
        t1Part2.bigint("totalConversations", Summary::totalConversations, "Conversations that the agent had.\ncount");
        t1Part2.bigint("totalLeads", Summary::totalLeads, "Leads that were captured.\ncount");
        t1Part2.bigint("qualifiedLeads", Summary::qualifiedLeads, "Leads that became qualified.\ncount");
        t1Part2.number(
                "conversionRate",
                Summary::conversionRate,
                "Share of conversations that led to a lead; in the vendor's figures it is qualified leads over conversations.\nshare\n0–1");
        t1Part2.number("avgLeadScore", Summary::avgLeadScore, "Mean score of the new leads.\nscore points");
        t1Part2.number("avgResponseTime", Summary::avgResponseTime, "Mean time until the agent answered.\nseconds");
        t1Part2.number(
                "avgMessagesPerConversation",
                Summary::avgMessagesPerConversation,
                "Mean length of a conversation.\nmessages per conversation");
        t1Part2.number(
                "handoffRate",
                Summary::handoffRate,
                "Share of conversations that were handed to a person.\nshare\n0–1");
        t1Part2.decimal(
                "totalRevenuePipeline",
                Summary::totalRevenuePipeline,
                "Revenue that the qualified leads may bring, an estimate.\nUSD");
        t1Part2.always();
        var t1Part3 = t1.at("comparison", Overview::comparison);
        var t1Part4 = t1Part3.at("period", Comparison::period);
        t1Part4.date("startDate", ReportingPeriod::startDate, "First day; its time zone is not documented.");
        t1Part4.date("endDate", ReportingPeriod::endDate, "Last day; its time zone is not documented.");
        var t1Part5 = t1Part3.at("totalConversations", Comparison::totalConversations);
        t1Part5.bigint("value", ComparedCount::value, "The count in the earlier period.\ncount");
        t1Part5.number(
                "change",
                ComparedCount::change,
                "Growth from the earlier period to this one; may be null where the earlier value is 0.\nrelative change\n0.24 is +24 %");
        var t1Part6 = t1Part3.at("totalLeads", Comparison::totalLeads);
        t1Part6.bigint("value", ComparedCount::value, "The count in the earlier period.\ncount");
        t1Part6.number(
                "change",
                ComparedCount::change,
                "Growth from the earlier period to this one; may be null where the earlier value is 0.\nrelative change\n0.24 is +24 %");
        var t1Part7 = t1Part3.at("qualifiedLeads", Comparison::qualifiedLeads);
        t1Part7.bigint("value", ComparedCount::value, "The count in the earlier period.\ncount");
        t1Part7.number(
                "change",
                ComparedCount::change,
                "Growth from the earlier period to this one; may be null where the earlier value is 0.\nrelative change\n0.24 is +24 %");
        var t1Part8 = t1Part3.at("conversionRate", Comparison::conversionRate);
        t1Part8.number("value", ComparedNumber::value, "The metric in the earlier period.\nthat of the metric");
        t1Part8.number(
                "change",
                ComparedNumber::change,
                "Growth from the earlier period to this one, of rates too; may be null where the earlier value is 0.\nrelative change\n0.24 is +24 %");
        var t1Part9 = t1Part3.at("avgLeadScore", Comparison::avgLeadScore);
        t1Part9.number("value", ComparedNumber::value, "The metric in the earlier period.\nthat of the metric");
        t1Part9.number(
                "change",
                ComparedNumber::change,
                "Growth from the earlier period to this one, of rates too; may be null where the earlier value is 0.\nrelative change\n0.24 is +24 %");
        var t1Part10 = t1Part3.at("avgResponseTime", Comparison::avgResponseTime);
        t1Part10.number("value", ComparedNumber::value, "The metric in the earlier period.\nthat of the metric");
        t1Part10.number(
                "change",
                ComparedNumber::change,
                "Growth from the earlier period to this one, of rates too; may be null where the earlier value is 0.\nrelative change\n0.24 is +24 %");
        var t1Part11 = t1Part3.at("avgMessagesPerConversation", Comparison::avgMessagesPerConversation);
        t1Part11.number("value", ComparedNumber::value, "The metric in the earlier period.\nthat of the metric");
        t1Part11.number(
                "change",
                ComparedNumber::change,
                "Growth from the earlier period to this one, of rates too; may be null where the earlier value is 0.\nrelative change\n0.24 is +24 %");
        var t1Part12 = t1Part3.at("handoffRate", Comparison::handoffRate);
        t1Part12.number("value", ComparedNumber::value, "The metric in the earlier period.\nthat of the metric");
        t1Part12.number(
                "change",
                ComparedNumber::change,
                "Growth from the earlier period to this one, of rates too; may be null where the earlier value is 0.\nrelative change\n0.24 is +24 %");
        var t1Part13 = t1Part3.at("totalRevenuePipeline", Comparison::totalRevenuePipeline);
        t1Part13.decimal("value", ComparedMoney::value, "The amount in the earlier period.\nUSD");
        t1Part13.number(
                "change",
                ComparedMoney::change,
                "Growth from the earlier period to this one; may be null where the earlier value is 0.\nrelative change\n0.24 is +24 %");
        var t2 = Table.of(
                "synaptiq_overview_time_series",
                "One step of a period. The period in steps, oldest first.",
                RowFinder.<Overview>response().list(Overview.Codec.TIME_SERIES, Overview::timeSeries));
        t2.text("period", TimeSeriesPoint::period, "The days of the step, first and last, divided by a slash.");
        t2.bigint("conversations", TimeSeriesPoint::conversations, "Conversations that the agent had.\ncount");
        t2.bigint("leads", TimeSeriesPoint::leads, "Leads that were captured.\ncount");
        t2.bigint("qualifiedLeads", TimeSeriesPoint::qualifiedLeads, "Leads that became qualified.\ncount");
        t2.number("conversionRate", TimeSeriesPoint::conversionRate, "Qualified leads over conversations.\nshare\n0–1");
        t2.always();
        return List.of(t1, t2);
    }

    static List<Table.Builder<?>> analyticsFunnel() {
        var t1 = Table.of("synaptiq_funnel", "The sales funnel in a period.", RowFinder.<Funnel>response());
        var t1Part1 = t1.at("period", Funnel::period);
        t1Part1.date("startDate", ReportingPeriod::startDate, "First day; its time zone is not documented.");
        t1Part1.date("endDate", ReportingPeriod::endDate, "Last day; its time zone is not documented.");
        t1Part1.always();
        t1.number(
                "overallConversion",
                Funnel::overallConversion,
                "Share of the first stage that reached the last.\nshare\n0–1");
        t1.text(
                "topDropoffStage",
                Funnel::topDropoffStage,
                "The step between two stages at which most are lost, in words.");
        t1.always();
        var t2 = Table.of(
                "synaptiq_funnel_stages",
                "One stage of the sales funnel. The stages in order, widest first.",
                RowFinder.<Funnel>response().list(Funnel.Codec.STAGES, Funnel::stages));
        t2.text("name", FunnelStage::name, "Name of the stage, for people.");
        t2.bigint("count", FunnelStage::count, "Visitors or leads that reached the stage.\ncount");
        t2.number(
                "conversionToNext",
                FunnelStage::conversionToNext,
                "Share that went on to the next stage; null at the last one.\nshare\n0–1");
        t2.always("name", "count");
        return List.of(t1, t2);
    }

    static List<Table.Builder<?>> analyticsActivity() {
        var t = Table.of(
                "synaptiq_activity", "Something that happened in the account.", RowFinder.<ActivityEvent>pages());
        t.text("id", ActivityEvent::id, "The id of the event, evt_….");
        t.choice("type", ActivityEvent::type, "Kind of the event.", SynaptiqChoices.ACTIVITY_TYPE);
        t.text("leadId", ActivityEvent::leadId, "The lead it is about, lead_….");
        t.text("conversationId", ActivityEvent::conversationId, "The conversation it came from, conv_….");
        t.text("description", ActivityEvent::description, "The event in a sentence, for people.");
        t.json("metadata", ActivityEvent::metadata, "Details, different for each kind of event; values may be nested.");
        t.timestamp("occurredAt", ActivityEvent::occurredAt, "When it happened.");
        t.always("id", "type", "description", "occurredAt");
        t.id("id");
        t.time("occurredAt");
        return List.of(t);
    }
}
