package io.github.analytics4j.testkit.vendor.synthflow;

import io.github.analytics4j.testkit.data.Noise;
import io.github.analytics4j.testkit.data.Rhythm;
import io.github.analytics4j.testkit.data.RowTimes;
import io.github.analytics4j.testkit.data.RowView;
import io.github.analytics4j.testkit.data.Rows;
import io.github.analytics4j.testkit.data.Timeline;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * An agent and its calls.
 *
 * @param leads the seed of the people whom all agents of an account call
 */
public record CallAgent(long seed, long leads, String modelId, String name, Rows calls) {
    private static final int KEY_DIGITS = 12;

    /** An agent whose calls come at a rhythm of so many on an average day. */
    public static CallAgent of(long seed, long leads, String name, Timeline timeline, long calls, double perDay) {
        RowTimes times = RowTimes.of(seed, new Rhythm(seed, perDay));
        if (timeline.still()) { // the same calls whenever the sandbox is started: only their times differ
            times = times.shifted(times.firstFrom(timeline.start() + 1) - calls);
        }
        Rows rows = new Rows(timeline, times, calls, key -> CallJson.id(Noise.mix(seed, key), key));
        String modelId = new UUID(Noise.mix(seed, -2), Noise.mix(seed, -3)).toString();
        return new CallAgent(seed, leads, modelId, name, rows);
    }

    public String id(long key) {
        return CallJson.id(Noise.mix(seed, key), key);
    }

    /** The number of the call with this id, if it has the form of one. */
    public OptionalLong key(String id) {
        int end = id.length() - KEY_DIGITS;
        try {
            long key = end < 0 ? -1 : Long.parseLong(id.substring(end), 16);
            return key >= 0 && id(key).equals(id) ? OptionalLong.of(key) : OptionalLong.empty();
        } catch (NumberFormatException noId) {
            return OptionalLong.empty();
        }
    }

    /** The calls as a state of the log shows them. */
    CallRow rows(RowView view) {
        return new CallRow(this, calls.timeline().lifeNow(), view.now());
    }
}
