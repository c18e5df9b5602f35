// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.catalog.ApiOperation;
import io.github.analytics4j.catalog.Table;
import java.util.List;

/** The operations for the catalogue. */
final class SynaptiqContents {
    private static final String PAGE = "https://synaptiqintel.com/docs/api-reference/analytics-api";

    private SynaptiqContents() {}

    static List<ApiOperation> operations() {
        return List.of(analyticsOverview(), analyticsFunnel(), analyticsActivity());
    }

    private static ApiOperation analyticsOverview() {
        var made = ApiOperation.of(
                SynaptiqOperations.AnalyticsOverview.OPERATION,
                OverviewRequest::builder,
                OverviewRequest.Builder::build);
        made.doc(
                "Totals and averages of a period, the same split into days, weeks or months, and on request a comparison with an earlier period.",
                PAGE);
        made.date(
                        "startDate",
                        OverviewRequest.Builder::startDate,
                        "First day of the period; its time zone is not documented.")
                .byDefault("30 days ago");
        made.date(
                        "endDate",
                        OverviewRequest.Builder::endDate,
                        "Last day of the period; its time zone is not documented.")
                .byDefault("today");
        made.choice(
                        "granularity",
                        OverviewRequest.Builder::granularity,
                        "Length of the steps of the time series.",
                        SynaptiqChoices.GRANULARITY)
                .byDefault("day");
        made.choice(
                "compareWith",
                OverviewRequest.Builder::compareWith,
                "Earlier period to compare with; without it the response's comparison is null.",
                SynaptiqChoices.COMPARAND);
        made.window("startDate", "endDate");
        made.ordered("start_date", "end_date");
        made.atMostDays(365, "start_date", "end_date");
        made.prepare((transport, request) -> new DefaultAnalyticsApi(transport).prepareOverview(request));
        made.tables(SynaptiqTables::analyticsOverview);
        return made.build();
    }

    private static ApiOperation analyticsFunnel() {
        var made = ApiOperation.of(
                SynaptiqOperations.AnalyticsFunnel.OPERATION, FunnelRequest::builder, FunnelRequest.Builder::build);
        made.doc("The stages of the sales funnel with how many reached each, and where most are lost.", PAGE);
        made.date(
                        "startDate",
                        FunnelRequest.Builder::startDate,
                        "First day of the period; its time zone is not documented.")
                .byDefault("30 days ago");
        made.date("endDate", FunnelRequest.Builder::endDate, "Last day of the period; its time zone is not documented.")
                .byDefault("today");
        made.choice(
                "channel",
                FunnelRequest.Builder::channel,
                "Count only those who came over this channel.",
                SynaptiqChoices.CHANNEL);
        made.choice(
                "source",
                FunnelRequest.Builder::source,
                "Count only leads from this source.",
                SynaptiqChoices.LEAD_SOURCE);
        made.window("startDate", "endDate");
        made.ordered("start_date", "end_date");
        made.atMostDays(365, "start_date", "end_date");
        made.prepare((transport, request) -> new DefaultAnalyticsApi(transport).prepareFunnel(request));
        made.tables(SynaptiqTables::analyticsFunnel);
        return made.build();
    }

    private static ApiOperation analyticsActivity() {
        var made = ApiOperation.of(
                SynaptiqOperations.AnalyticsActivity.OPERATION,
                ActivityRequest::builder,
                ActivityRequest.Builder::build);
        made.doc(
                "Events across the account, newest first, in pages. Without a start the server goes back 24 hours only, so a walk over everything has to say from when. A walk from a start to an end that are more than 365 days apart is made of parts, newest first, each a request's range and a day more at both ends; an event that comes with two parts is delivered once. A single request for so long a range is refused before it is sent.",
                PAGE);
        made.dateOrTime(
                        "startDate",
                        ActivityRequest.Builder::startDate,
                        "Where the feed begins; the server's own default shows the last 24 hours only.")
                .byDefault("24 hours ago");
        made.dateOrTime(
                        "endDate",
                        ActivityRequest.Builder::endDate,
                        "Where the feed ends. The vendor documents days; a walk sends it only if it is given.")
                .byDefault("now");
        made.choices(
                        "type",
                        ActivityType::of,
                        ActivityRequest.Builder::types,
                        "Kinds of event to deliver.",
                        SynaptiqChoices.ACTIVITY_TYPE)
                .named("types")
                .byDefault("all types");
        made.id("leadId", ActivityRequest.Builder::leadId, "Deliver only events of this lead.");
        made.small("page", ActivityRequest.Builder::page, "Number of the page; the first is 1.")
                .byDefault("1")
                .bounds(1L, null);
        made.small("limit", ActivityRequest.Builder::pageSize, "Events on a page.")
                .named("pageSize")
                .byDefault("50")
                .bounds(1L, 100L);
        made.paged("limit", "page");
        made.window("startDate", "endDate");
        made.ordered("start_date", "end_date");
        made.atMostDaysAtOnce(365, "start_date", "end_date");
        made.prepare((transport, request) -> new DefaultAnalyticsApi(transport).prepareActivityPage(request));
        made.pages(
                Table.Paging.PAGE,
                50,
                100,
                (transport, request) -> new DefaultAnalyticsApi(transport).activity(request));
        made.tables(SynaptiqTables::analyticsActivity);
        return made.build();
    }
}
