package io.github.analytics4j.voisnap;

import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.SdkException.Attempt;
import io.github.analytics4j.retry.RetryRules.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what the polls of one wait brought. Written by one thread at a time; another that ends the wait may ask for it. */
final class PollLog {
    private final String reportId;
    private final Duration deadline;
    private final List<Attempt> polls = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private boolean seen404;
    private String words = "";
    private @Nullable Duration pollsAfter;

    PollLog(String reportId, Duration deadline) {
        this.reportId = reportId;
        this.deadline = deadline;
    }

    /** Neighbouring polls that brought the same are told as one. */
    private record Group(String what, long firstSecond, long lastSecond, int times) {
        @Override
        public String toString() {
            return what
                    + (times == 1 ? " at " : " " + times + " times from ")
                    + firstSecond
                    + (times == 1 ? " s" : " to " + lastSecond + " s");
        }
    }

    /** A poll begins after this wait. */
    synchronized void begin(Duration waited) {
        pollsAfter = waited;
    }

    /** Takes note of what the server said of the report, in its own words and masked; empty for nothing. */
    synchronized void heard(String sentence) {
        words = sentence.isEmpty() ? words : sentence;
    }

    synchronized void add(@Nullable Integer status, String what, Duration waited, Duration at, Duration took) {
        pollsAfter = null;
        polls.add(new Attempt(polls.size() + 1, status, what, "the file was not there yet", waited, took));
        seen404 |= what.startsWith("404"); // of the API
        Group last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
        if (last != null && last.what().equals(what)) {
            groups.set(groups.size() - 1, new Group(what, last.firstSecond(), at.toSeconds(), last.times() + 1));
        } else {
            groups.add(new Group(what, at.toSeconds(), at.toSeconds(), 1));
        }
    }

    /** The wait is ended by our side, maybe while it polls. */
    synchronized CanceledException canceled(String message, @Nullable Throwable cause) {
        List<Attempt> all = new ArrayList<>(polls);
        Duration waited = pollsAfter;
        if (waited != null) {
            all.add(new Attempt(all.size() + 1, null, "the wait was ended meanwhile", null, waited, Duration.ZERO));
        }
        return new CanceledException(message, true, all, cause);
    }

    synchronized DeadlineExceededException tooLate(String more) {
        StringBuilder message = new StringBuilder("report ")
                .append(reportId)
                .append(" was not there within ")
                .append(deadline.toSeconds() < 10 ? Durations.text(deadline) : deadline.toSeconds() + " s")
                .append("; seen: ");
        if (groups.isEmpty()) {
            message.append("nothing");
        }
        for (int i = 0; i < groups.size(); i++) {
            message.append(i == 0 ? "" : ", ").append(groups.get(i));
        }
        message.append(more);
        if (seen404) {
            message.append("; 404 is also what a wrong report id brings");
        }
        if (!words.isEmpty()) {
            message.append("; the server said last: ").append(words);
        }
        return new DeadlineExceededException(message.toString(), true, polls, null);
    }
}
