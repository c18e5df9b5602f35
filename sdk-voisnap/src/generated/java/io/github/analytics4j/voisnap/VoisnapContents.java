// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.catalog.ApiOperation;
import java.util.List;

/** The operations for the catalogue. */
final class VoisnapContents {
    private static final String PAGE = "https://docs.voisnap.ai/docs/api-reference/analytics";

    private VoisnapContents() {}

    static List<ApiOperation> operations() {
        return List.of(
                analyticsOverview(),
                analyticsConversations(),
                analyticsCosts(),
                analyticsSentiment(),
                analyticsIntents(),
                reportsCreate(),
                reportsDownload());
    }

    private static ApiOperation analyticsOverview() {
        var made = ApiOperation.of(
                VoisnapOperations.AnalyticsOverview.OPERATION,
                OverviewRequest::builder,
                OverviewRequest.Builder::build);
        made.doc("Conversations, their length, cost and outcome in a period, as totals and in steps.", PAGE);
        made.id("agentId", OverviewRequest.Builder::agentId, "Count only conversations of this agent.");
        made.date(
                "dateFrom",
                OverviewRequest.Builder::dateFrom,
                "First day of the period; its time zone is not documented.");
        made.date(
                "dateTo", OverviewRequest.Builder::dateTo, "Last day of the period; its time zone is not documented.");
        made.choice(
                "groupBy",
                OverviewRequest.Builder::groupBy,
                "Length of the steps of the series.",
                VoisnapChoices.GROUP_BY);
        made.choice(
                "channel",
                OverviewRequest.Builder::channel,
                "Count only conversations on this channel.",
                VoisnapChoices.CHANNEL);
        made.window("dateFrom", "dateTo");
        made.ordered("date_from", "date_to");
        made.prepare((transport, request) -> new DefaultAnalyticsApi(transport).prepareOverview(request));
        made.tables(VoisnapTables::analyticsOverview);
        return made.build();
    }

    private static ApiOperation analyticsConversations() {
        var made = ApiOperation.of(
                VoisnapOperations.AnalyticsConversations.OPERATION,
                ConversationsRequest::builder,
                ConversationsRequest.Builder::build);
        made.doc(
                "Conversations of a period by status, channel and outcome, with the spread of their length. The vendor lists no parameters for it; those of its own call are offered.",
                PAGE);
        made.id("agentId", ConversationsRequest.Builder::agentId, "Count only conversations of this agent.");
        made.date(
                "dateFrom",
                ConversationsRequest.Builder::dateFrom,
                "First day of the period; its time zone is not documented.");
        made.date(
                "dateTo",
                ConversationsRequest.Builder::dateTo,
                "Last day of the period; its time zone is not documented.");
        made.window("dateFrom", "dateTo");
        made.ordered("date_from", "date_to");
        made.prepare((transport, request) -> new DefaultAnalyticsApi(transport).prepareConversations(request));
        made.tables(VoisnapTables::analyticsConversations);
        return made.build();
    }

    private static ApiOperation analyticsCosts() {
        var made = ApiOperation.of(
                VoisnapOperations.AnalyticsCosts.OPERATION, CostsRequest::builder, CostsRequest.Builder::build);
        made.doc("Cost of a period in all, by kind of service, by agent and in steps.", PAGE);
        made.id("agentId", CostsRequest.Builder::agentId, "Count only conversations of this agent.");
        made.date(
                "dateFrom",
                CostsRequest.Builder::dateFrom,
                "First day of the period; its time zone is not documented.");
        made.date("dateTo", CostsRequest.Builder::dateTo, "Last day of the period; its time zone is not documented.");
        made.choice(
                "groupBy",
                CostsRequest.Builder::groupBy,
                "Length of the steps of the series.",
                VoisnapChoices.GROUP_BY);
        made.window("dateFrom", "dateTo");
        made.ordered("date_from", "date_to");
        made.prepare((transport, request) -> new DefaultAnalyticsApi(transport).prepareCosts(request));
        made.tables(VoisnapTables::analyticsCosts);
        return made.build();
    }

    private static ApiOperation analyticsSentiment() {
        var made = ApiOperation.of(
                VoisnapOperations.AnalyticsSentiment.OPERATION,
                SentimentRequest::builder,
                SentimentRequest.Builder::build);
        made.doc(
                "Mean sentiment of a period, how it is spread, and its course. The vendor lists no parameters for it; those of its own call are offered.",
                PAGE);
        made.date(
                "dateFrom",
                SentimentRequest.Builder::dateFrom,
                "First day of the period; its time zone is not documented.");
        made.date(
                "dateTo", SentimentRequest.Builder::dateTo, "Last day of the period; its time zone is not documented.");
        made.choice(
                "groupBy",
                SentimentRequest.Builder::groupBy,
                "Length of the steps of the series.",
                VoisnapChoices.GROUP_BY);
        made.window("dateFrom", "dateTo");
        made.ordered("date_from", "date_to");
        made.prepare((transport, request) -> new DefaultAnalyticsApi(transport).prepareSentiment(request));
        made.tables(VoisnapTables::analyticsSentiment);
        return made.build();
    }

    private static ApiOperation analyticsIntents() {
        var made = ApiOperation.of(
                VoisnapOperations.AnalyticsIntents.OPERATION, IntentsRequest::builder, IntentsRequest.Builder::build);
        made.doc(
                "What conversations of a period were about, in the vendor's sample the most frequent first and other last.",
                PAGE);
        made.id("agentId", IntentsRequest.Builder::agentId, "Count only conversations of this agent.");
        made.date(
                "dateFrom",
                IntentsRequest.Builder::dateFrom,
                "First day of the period; its time zone is not documented.");
        made.date("dateTo", IntentsRequest.Builder::dateTo, "Last day of the period; its time zone is not documented.");
        made.small(
                        "limit",
                        IntentsRequest.Builder::limit,
                        "Most intents to answer; the vendor states neither a default nor a maximum.")
                .bounds(1L, null);
        made.window("dateFrom", "dateTo");
        made.ordered("date_from", "date_to");
        made.prepare((transport, request) -> new DefaultAnalyticsApi(transport).prepareIntents(request));
        made.tables(VoisnapTables::analyticsIntents);
        return made.build();
    }

    private static ApiOperation reportsCreate() {
        var made = ApiOperation.of(
                VoisnapOperations.ReportsCreate.OPERATION,
                CreateReportRequest::builder,
                CreateReportRequest.Builder::build);
        made.doc(
                "Has the server make a file of conversations. The response comes at once, the file some seconds later. Each request makes a report of its own and counts against the hourly limit, so it is never sent twice by a retry.",
                PAGE);
        made.text(
                        "type",
                        CreateReportRequest.Builder::type,
                        "Kind of report; the vendor names one, conversation_summary.")
                .required();
        made.date(
                "dateFrom",
                CreateReportRequest.Builder::dateFrom,
                "First day of the period; its time zone is not documented.");
        made.date(
                "dateTo",
                CreateReportRequest.Builder::dateTo,
                "Last day of the period; its time zone is not documented.");
        made.ids("agentIds", CreateReportRequest.Builder::agentIds, "Take only conversations of these agents.");
        made.choice("format", CreateReportRequest.Builder::format, "Kind of file.", VoisnapChoices.REPORT_FORMAT);
        made.texts(
                "includeFields",
                CreateReportRequest.Builder::includeFields,
                "Columns of the file, in the report's own words, such as conversationId or duration.");
        made.window("dateFrom", "dateTo");
        made.ordered("date_from", "date_to");
        made.prepare((transport, request) -> new DefaultReportsApi(transport).prepareCreate(request));
        made.order();
        return made.build();
    }

    private static ApiOperation reportsDownload() {
        var made = ApiOperation.of(
                VoisnapOperations.ReportsDownload.OPERATION,
                DownloadReportRequest::builder,
                DownloadReportRequest.Builder::build);
        made.doc(
                "Redirects to the file of a report at a storage host, by a signed link that must not be sent the key. A report is kept for 7 days. What the server answers while the file is being made is not documented.",
                PAGE);
        made.id("reportId", DownloadReportRequest.Builder::reportId, "The report to fetch.")
                .required();
        made.prepare((transport, request) -> new DefaultReportsApi(transport).prepareDownload(request));
        made.file((transport, request) -> new DefaultReportsApi(transport).download(request));
        return made.build();
    }
}
