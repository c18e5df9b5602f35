package io.github.analytics4j.testkit.vendor.voisnap;

import io.github.analytics4j.testkit.data.Rhythm;
import io.github.analytics4j.testkit.data.RowTimes;
import io.github.analytics4j.testkit.data.Rows;
import io.github.analytics4j.testkit.data.Timeline;
import io.github.analytics4j.testkit.server.Times;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The conversations of an account of Voisnap: the one log that its metrics count and its reports list. */
public final class ConversationLog {
    private static final double PER_DAY = 180;

    final long seed;
    final Rows rows;

    public ConversationLog(Timeline timeline, long seed) {
        this.seed = seed;
        RowTimes times = RowTimes.of(seed, new Rhythm(seed, PER_DAY));
        long recorded = times.firstFrom(timeline.start() + 1) - times.firstFrom(timeline.opened());
        this.rows = new Rows(timeline, times, recorded, Conversation::id);
    }

    public Rows rows() {
        return rows;
    }

    /** The conversations of some days, newest first; each is told before the next one is read. */
    void forEach(LocalDate first, LocalDate last, Predicate<Conversation> filter, Consumer<Conversation> each) {
        Conversation row = new Conversation(this);
        long from = Times.start(first).toEpochMilli();
        long to = Times.start(last.plusDays(1)).toEpochMilli();
        rows.view().between(from, to, (key, time, edit) -> {
            if (filter.test(row.read(key, time))) {
                each.accept(row);
            }
        });
    }
}
