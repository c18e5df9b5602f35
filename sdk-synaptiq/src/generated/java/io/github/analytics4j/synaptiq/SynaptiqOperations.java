// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.client.Operation;

/** The operations as data, each built when it is first used. */
final class SynaptiqOperations {
    private SynaptiqOperations() {}

    /** {@code GET /analytics/overview} */
    static final class AnalyticsOverview implements Operation.Encoder<OverviewRequest> {
        static final Operation<OverviewRequest, Overview> OPERATION = Operation.get(
                        "synaptiq.analytics.overview", "/analytics/overview", new AnalyticsOverview())
                .group("analytics")
                .json(Overview.Codec.INSTANCE);

        @Override
        public void encode(OverviewRequest request, Operation.RequestParts parts) {
            parts.queryDate("startDate", request.startDate());
            parts.queryDate("endDate", request.endDate());
            parts.query("granularity", request.granularity());
            parts.query("compareWith", request.compareWith());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/funnel} */
    static final class AnalyticsFunnel implements Operation.Encoder<FunnelRequest> {
        static final Operation<FunnelRequest, Funnel> OPERATION = Operation.get(
                        "synaptiq.analytics.funnel", "/analytics/funnel", new AnalyticsFunnel())
                .group("analytics")
                .json(Funnel.Codec.INSTANCE);

        @Override
        public void encode(FunnelRequest request, Operation.RequestParts parts) {
            parts.queryDate("startDate", request.startDate());
            parts.queryDate("endDate", request.endDate());
            parts.query("channel", request.channel());
            parts.query("source", request.source());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/activity} */
    static final class AnalyticsActivity implements Operation.Encoder<ActivityRequest> {
        static final Operation<ActivityRequest, ActivityPage> OPERATION = Operation.get(
                        "synaptiq.analytics.activity", "/analytics/activity", new AnalyticsActivity())
                .group("analytics")
                .json(ActivityPage.Codec.INSTANCE);

        @Override
        public void encode(ActivityRequest request, Operation.RequestParts parts) {
            parts.queryDateOrTime("startDate", request.startDate());
            parts.queryDateOrTime("endDate", request.endDate());
            parts.queryCsv("type", request.types());
            parts.query("leadId", request.leadId());
            parts.query("page", request.page());
            parts.query("limit", request.pageSize());
            parts.options(request.options());
        }
    }
}
