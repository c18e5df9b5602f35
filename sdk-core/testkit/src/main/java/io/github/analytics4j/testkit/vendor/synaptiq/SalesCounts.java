package io.github.analytics4j.testkit.vendor.synaptiq;

import io.github.analytics4j.testkit.server.Times;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The counts of Synaptiq over some days: the events of the feed, and for each conversation the visitors it was one of.
 */
public final class SalesCounts {
    @SuppressWarnings("MutablePublicArray") // nobody but the sandbox sees it
    public static final String[] CHANNELS = {"web_chat", "api", "whatsapp", "slack"};

    @SuppressWarnings("MutablePublicArray") // nobody but the sandbox sees it
    public static final String[] SOURCES = {"chat", "api", "import", "form"};

    static final String[] STAGES = {
        "Visitors", "Engaged (Started Chat)", "Lead Captured", "Qualified", "Demo Booked", "Converted"
    };
    /** How many reached each stage; conversations are those engaged. */
    final long[] stages = new long[STAGES.length];

    long scores;
    long responseMillis;
    long messages;
    long handoffs;
    long pipelineCents;

    /** The counts of some days, of all conversations or of those of a channel and a source. */
    static SalesCounts of(
            Sales sales, LocalDate from, LocalDate to, @Nullable String channel, @Nullable String source) {
        SalesCounts counts = new SalesCounts();
        ActivityRow row = sales.row();
        sales.events
                .view()
                .between(
                        Times.start(from).toEpochMilli(),
                        Times.start(to.plusDays(1)).toEpochMilli(),
                        (key, time, edit) -> {
                            row.read(key, time);
                            if ((channel == null || channel.equals(CHANNELS[row.channel()]))
                                    && (source == null || source.equals(SOURCES[row.source()]))) {
                                counts.add(row);
                            }
                        });
        return counts;
    }

    private void add(ActivityRow event) {
        switch (event.type) {
            case SalesDay.STARTED -> {
                stages[0] += event.visitors();
                stages[1]++;
                responseMillis += event.responseMillis();
                messages += event.messages();
            }
            case SalesDay.LEAD -> {
                stages[2]++;
                scores += event.score();
            }
            case SalesDay.QUALIFIED -> {
                stages[3]++;
                stages[4] += event.demo() ? 1 : 0;
                pipelineCents += event.pipelineCents();
            }
            case SalesDay.HANDOFF -> handoffs++;
            case SalesDay.CONVERTED -> stages[5]++;
            default -> {} // neither a stage nor a figure of the overview
        }
    }

    long conversations() {
        return stages[1];
    }

    long leads() {
        return stages[2];
    }

    long qualified() {
        return stages[3];
    }

    /** Qualified leads per conversation, which is what the vendor's sample figures are. */
    double conversionRate() {
        return ratio(qualified(), conversations());
    }

    static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
