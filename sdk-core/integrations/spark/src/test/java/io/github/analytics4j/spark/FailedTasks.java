package io.github.analytics4j.spark;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Counts the tasks since it listens, and those of them that failed: each was tried again or failed its job. */
final class FailedTasks extends SparkListener {
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    static FailedTasks listen() {
        FailedTasks listener = new FailedTasks();
        LocalSpark.session().sparkContext().addSparkListener(listener);
        return listener;
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        ended.incrementAndGet();
        if (!end.taskInfo().successful()) {
            failed.incrementAndGet();
        }
    }

    /** How many tasks failed, once all that happened was told. */
    int count() {
        heard();
        return failed.get();
    }

    /** How many tasks there were, those that failed and were tried again too, once all that happened was told. */
    int tasks() {
        heard();
        return ended.get();
    }

    private void heard() {
        try {
            LocalSpark.session().sparkContext().listenerBus().waitUntilEmpty();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        LocalSpark.session().sparkContext().removeSparkListener(this);
        if (ended.get() == 0) {
            throw new IllegalStateException("no task was heard of");
        }
    }
}
