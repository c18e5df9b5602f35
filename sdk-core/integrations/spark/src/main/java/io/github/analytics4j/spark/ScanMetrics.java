package io.github.analytics4j.spark;

import io.github.analytics4j.client.ClientListener;
import io.github.analytics4j.client.ClientListener.CallInfo;
import io.github.analytics4j.error.SdkException.Attempt;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.metric.CustomSumMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;

/** The metrics of a scan, as Spark's UI shows them: counts of one task, which Spark adds up. */
final class ScanMetrics implements ClientListener {
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong retries = new AtomicLong();
    private final AtomicLong waited = new AtomicLong();
    private final AtomicLong unproven = new AtomicLong();

    /** The metrics of a scan. */
    static CustomMetric[] all() {
        return new CustomMetric[] {
            new RowsMetric(), new RequestsMetric(), new RetriesMetric(), new WaitsMetric(), new UnprovenMetric()
        };
    }

    @Override
    public void attemptStarted(CallInfo call, int number) {
        requests.incrementAndGet();
    }

    @Override
    public void retrying(CallInfo call, Attempt failed, Duration pause, String reason) {
        retries.incrementAndGet();
        waited.addAndGet(pause.toMillis());
    }

    @Override
    public void waiting(CallInfo call, Duration pause, String reason) {
        waited.addAndGet(pause.toMillis());
    }

    void row() {
        rows.incrementAndGet();
    }

    void unprovenSlice() {
        unproven.incrementAndGet();
    }

    /** The counts of now. */
    CustomTaskMetric[] values() {
        return new CustomTaskMetric[] {
            new Value(RowsMetric.NAME, rows.get()),
            new Value(RequestsMetric.NAME, requests.get()),
            new Value(RetriesMetric.NAME, retries.get()),
            new Value(WaitsMetric.NAME, waited.get()),
            new Value(UnprovenMetric.NAME, unproven.get())
        };
    }

    private record Value(String name, long value) implements CustomTaskMetric {}

    /** A sum over the tasks. Public, as its kinds are, because Spark makes them by their names. */
    public abstract static class Sum extends CustomSumMetric {
        private final String name;
        private final String description;

        Sum(String name, String description) {
            this.name = name;
            this.description = description;
        }

        @Override
        public final String name() {
            return name;
        }

        @Override
        public final String description() {
            return description;
        }
    }

    /** Rows handed to Spark. */
    public static final class RowsMetric extends Sum {
        static final String NAME = "apiRows";

        /** Made by Spark. */
        public RowsMetric() {
            super(NAME, "rows of the API");
        }
    }

    /** Requests sent, repeated ones too. */
    public static final class RequestsMetric extends Sum {
        static final String NAME = "apiRequests";

        /** Made by Spark. */
        public RequestsMetric() {
            super(NAME, "requests to the API");
        }
    }

    /** Requests that were sent again after a failure. */
    public static final class RetriesMetric extends Sum {
        static final String NAME = "apiRetries";

        /** Made by Spark. */
        public RetriesMetric() {
            super(NAME, "retries of requests");
        }
    }

    /** Milliseconds that calls waited for a rate limit or before a retry. */
    public static final class WaitsMetric extends Sum {
        static final String NAME = "apiWaits";

        /** Made by Spark. */
        public WaitsMetric() {
            super(NAME, "waits for rate limits and retries, in ms");
        }
    }

    /** Walks that are not proven to have brought all rows. */
    public static final class UnprovenMetric extends Sum {
        static final String NAME = "apiUnproven";

        /** Made by Spark. */
        public UnprovenMetric() {
            super(NAME, "walks not proven complete");
        }
    }
}
