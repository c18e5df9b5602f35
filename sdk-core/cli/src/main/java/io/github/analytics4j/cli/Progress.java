package io.github.analytics4j.cli;

import io.github.analytics4j.page.WalkProgress;
import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Tells on stderr how far a walk is: a bar on a terminal, else a line now and then. */
final class Progress implements AutoCloseable {
    private static final int NARROW = 80;
    private static final Duration DRAWN_EVERY = Duration.ofMillis(200);

    private final PrintStream err;
    private final Duration every;
    private final int width;
    private final boolean draws;
    private @Nullable ProgressBar bar;
    private Duration told = Duration.ZERO;

    private Progress(PrintStream err, Duration every, boolean draws, int width) {
        this.err = err;
        this.every = every;
        this.draws = draws;
        this.width = width > 0 ? width : NARROW;
    }

    /**
     * A bar if stderr is a terminal that no rows are written on, else lines.
     *
     * @param rowsOnTerminal whether rows are written on a terminal
     */
    static Progress on(Surroundings surroundings, boolean rowsOnTerminal) {
        Terminal terminal = surroundings.terminal();
        return new Progress(
                surroundings.err(), surroundings.progressEvery(), terminal.err() && !rowsOnTerminal, terminal.width());
    }

    void at(WalkProgress walk) {
        if (draws) {
            draw(walk);
        } else if (!walk.finished() && walk.elapsed().minus(told).compareTo(every) >= 0) {
            told = walk.elapsed();
            err.println("analytics4j: " + sentence(walk));
        }
    }

    private static String sentence(WalkProgress walk) {
        Long total = walk.total();
        return Words.number(walk.rows())
                + (total == null ? "" : " of " + Words.number(total))
                + (walk.rows() == 1 && total == null ? " row, " : " rows, ")
                + Words.number(Math.round(walk.rowsPerSecond()))
                + " a second";
    }

    private void draw(WalkProgress walk) {
        ProgressBar drawn = bar;
        if (drawn == null) {
            drawn = new ProgressBarBuilder()
                    .setTaskName("rows")
                    .setInitialMax(-1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis((int) DRAWN_EVERY.toMillis())
                    .showSpeed()
                    .setConsumer(new DelegatingProgressBarConsumer(this::print, width - 1))
                    .build();
            bar = drawn;
        }
        Long total = walk.total();
        drawn.maxHint(total == null ? -1 : total);
        drawn.stepTo(walk.rows());
        if (walk.elapsed().minus(told).compareTo(DRAWN_EVERY) >= 0 || walk.rows() == 0) {
            told = walk.elapsed();
            drawn.refresh();
        }
    }

    private void print(String drawn) {
        err.print("\r" + drawn);
        err.flush();
    }

    /** Takes the bar away. */
    @Override
    public void close() {
        ProgressBar drawn = bar;
        if (drawn != null) {
            drawn.close();
            err.print("\r" + " ".repeat(width - 1) + "\r");
            err.flush();
            bar = null;
        }
    }
}
