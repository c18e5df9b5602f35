// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.client.Operation;
import io.github.analytics4j.download.Download;

/** The operations as data, each built when it is first used. */
final class VoisnapOperations {
    private VoisnapOperations() {}

    /** {@code GET /api/v1/analytics/overview} */
    static final class AnalyticsOverview implements Operation.Encoder<OverviewRequest> {
        static final Operation<OverviewRequest, Overview> OPERATION = Operation.get(
                        "voisnap.analytics.overview", "/api/v1/analytics/overview", new AnalyticsOverview())
                .group("analytics")
                .json(Overview.Codec.INSTANCE);

        @Override
        public void encode(OverviewRequest request, Operation.RequestParts parts) {
            parts.query("agentId", request.agentId());
            parts.queryDate("dateFrom", request.dateFrom());
            parts.queryDate("dateTo", request.dateTo());
            parts.query("groupBy", request.groupBy());
            parts.query("channel", request.channel());
            parts.options(request.options());
        }
    }

    /** {@code GET /api/v1/analytics/conversations} */
    static final class AnalyticsConversations implements Operation.Encoder<ConversationsRequest> {
        static final Operation<ConversationsRequest, Conversations> OPERATION = Operation.get(
                        "voisnap.analytics.conversations",
                        "/api/v1/analytics/conversations",
                        new AnalyticsConversations())
                .group("analytics")
                .json(Conversations.Codec.INSTANCE);

        @Override
        public void encode(ConversationsRequest request, Operation.RequestParts parts) {
            parts.query("agentId", request.agentId());
            parts.queryDate("dateFrom", request.dateFrom());
            parts.queryDate("dateTo", request.dateTo());
            parts.options(request.options());
        }
    }

    /** {@code GET /api/v1/analytics/costs} */
    static final class AnalyticsCosts implements Operation.Encoder<CostsRequest> {
        static final Operation<CostsRequest, Costs> OPERATION = Operation.get(
                        "voisnap.analytics.costs", "/api/v1/analytics/costs", new AnalyticsCosts())
                .group("analytics")
                .json(Costs.Codec.INSTANCE);

        @Override
        public void encode(CostsRequest request, Operation.RequestParts parts) {
            parts.query("agentId", request.agentId());
            parts.queryDate("dateFrom", request.dateFrom());
            parts.queryDate("dateTo", request.dateTo());
            parts.query("groupBy", request.groupBy());
            parts.options(request.options());
        }
    }

    /** {@code GET /api/v1/analytics/sentiment} */
    static final class AnalyticsSentiment implements Operation.Encoder<SentimentRequest> {
        static final Operation<SentimentRequest, Sentiment> OPERATION = Operation.get(
                        "voisnap.analytics.sentiment", "/api/v1/analytics/sentiment", new AnalyticsSentiment())
                .group("analytics")
                .json(Sentiment.Codec.INSTANCE);

        @Override
        public void encode(SentimentRequest request, Operation.RequestParts parts) {
            parts.queryDate("dateFrom", request.dateFrom());
            parts.queryDate("dateTo", request.dateTo());
            parts.query("groupBy", request.groupBy());
            parts.options(request.options());
        }
    }

    /** {@code GET /api/v1/analytics/intents} */
    static final class AnalyticsIntents implements Operation.Encoder<IntentsRequest> {
        static final Operation<IntentsRequest, Intents> OPERATION = Operation.get(
                        "voisnap.analytics.intents", "/api/v1/analytics/intents", new AnalyticsIntents())
                .group("analytics")
                .json(Intents.Codec.INSTANCE);

        @Override
        public void encode(IntentsRequest request, Operation.RequestParts parts) {
            parts.query("agentId", request.agentId());
            parts.queryDate("dateFrom", request.dateFrom());
            parts.queryDate("dateTo", request.dateTo());
            parts.query("limit", request.limit());
            parts.options(request.options());
        }
    }

    /** {@code POST /api/v1/reports} */
    static final class ReportsCreate implements Operation.Encoder<CreateReportRequest> {
        static final Operation<CreateReportRequest, CreatedReport> OPERATION = Operation.post(
                        "voisnap.reports.create", "/api/v1/reports", new ReportsCreate())
                .group("reports")
                .json(CreatedReport.Codec.INSTANCE);

        @Override
        public void encode(CreateReportRequest request, Operation.RequestParts parts) {
            parts.jsonBody(CreateReportRequest.Body.INSTANCE, request);
            parts.options(request.options());
        }
    }

    /** {@code GET /api/v1/reports/{reportId}/download} */
    static final class ReportsDownload implements Operation.Encoder<DownloadReportRequest> {
        static final Operation<DownloadReportRequest, Download> OPERATION = Operation.get(
                        "voisnap.reports.download", "/api/v1/reports/{reportId}/download", new ReportsDownload())
                .group("reports")
                .streamed(Download::of);

        @Override
        public void encode(DownloadReportRequest request, Operation.RequestParts parts) {
            parts.path("reportId", request.reportId());
            parts.options(request.options());
        }
    }
}
