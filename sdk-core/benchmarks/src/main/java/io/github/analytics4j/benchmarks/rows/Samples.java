package io.github.analytics4j.benchmarks.rows;

/** One small answer of each of the other three APIs. */
public final class Samples {
    private Samples() {}

    /** Synaptiq's overview of a month by week. */
    public static String synaptiqOverview() {
        RowWriter out = new RowWriter();
        out.open()
                .open("period")
                .field("startDate", "2026-03-01")
                .field("endDate", "2026-03-31")
                .close()
                .open("summary")
                .field("totalConversations", 3847)
                .field("totalLeads", 612)
                .field("qualifiedLeads", 289)
                .raw("conversionRate", "0.0751")
                .raw("avgLeadScore", "54.3")
                .raw("avgResponseTime", "1.2")
                .raw("avgMessagesPerConversation", "8.4")
                .raw("handoffRate", "0.12")
                .raw("totalRevenuePipeline", "847500.00")
                .close()
                .nulls("comparison");
        return Documents.whole(
                out.raw("timeSeries", Documents.list(4, Samples::week)).close());
    }

    private static String week(long i) {
        String period = "2026-03-0" + (1 + 2 * i) + "/2026-03-0" + (2 + 2 * i);
        return Documents.whole(new RowWriter()
                .open()
                .field("period", period)
                .field("conversations", 892 + i)
                .field("leads", 143 + i)
                .field("qualifiedLeads", 67 + i)
                .raw("conversionRate", "0.07" + (20 + i))
                .close());
    }

    /** Voisnap's overview of a month by week. */
    public static String voisnapOverview() {
        RowWriter out = new RowWriter();
        out.open()
                .open("period")
                .field("from", "2025-06-01")
                .field("to", "2025-06-30")
                .close()
                .field("groupBy", "week")
                .open("totals");
        figures(out, 5842)
                .raw("avgCostUsdPerConversation", "0.086")
                .raw("abandonmentRate", "0.092")
                .close();
        return Documents.whole(
                out.raw("series", Documents.list(4, Samples::point)).close());
    }

    private static String point(long i) {
        RowWriter out = new RowWriter();
        out.open().field("period", "2025-06-0" + (1 + i));
        return Documents.whole(figures(out, 1248 + i).close());
    }

    private static RowWriter figures(RowWriter out, long conversations) {
        return out.field("conversations", conversations)
                .field("totalDurationSeconds", conversations * 214)
                .field("avgDurationSeconds", 214)
                .raw("totalCostUsd", "502.18")
                .raw("transferRate", "0.163")
                .raw("resolutionRate", "0.745");
    }

    /** CallOps's comparison of five agents. */
    public static String callOpsAgents() {
        return Documents.list(
                5,
                i -> Documents.whole(new RowWriter()
                        .open()
                        .field("agent_id", "550e8400-e29b-41d4-a716-44665544000" + i)
                        .field("agent_name", "Support Agent " + i)
                        .field("total_calls", 500 + i)
                        .raw("avg_duration", "45.2")
                        .raw("completion_rate", "0.92")
                        .raw("avg_stt_latency_ms", "115.0")
                        .raw("avg_llm_latency_ms", "420.0")
                        .raw("avg_tts_latency_ms", "80.0")
                        .raw("avg_total_latency_ms", "615.0")
                        .raw("avg_cost", "0.12")
                        .raw("barge_in_rate", "0.30")
                        .raw("avg_turns", "8.5")
                        .field("error_count", 5)
                        .close()));
    }
}
