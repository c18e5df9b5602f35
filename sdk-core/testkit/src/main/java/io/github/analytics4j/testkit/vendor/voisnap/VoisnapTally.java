package io.github.analytics4j.testkit.vendor.voisnap;

import java.util.Arrays;

/** Conversations counted in every way Voisnap's analytics show. */
public final class VoisnapTally {
    long conversations;
    long seconds;
    long cents;
    long sentiment;
    final long[] channels = new long[Conversation.CHANNELS.length];
    final long[] statuses = new long[Conversation.STATUSES.length];
    final long[] outcomes = new long[Conversation.OUTCOMES.length];
    final long[] intents = new long[Conversation.INTENTS.length];
    final long[] costs = new long[Conversation.COSTS.length];
    final long[] agentCents = new long[Conversation.AGENTS.length];
    final long[] agentConversations = new long[Conversation.AGENTS.length];
    /** Positive, neutral and negative conversations. */
    final long[] moods = new long[3];

    private final int[] durations = new int[500];

    public void add(Conversation row) {
        conversations++;
        seconds += row.seconds;
        cents += row.cents();
        sentiment += row.sentiment;
        channels[row.channel]++;
        statuses[row.status]++;
        outcomes[row.outcome]++;
        intents[row.intent]++;
        Arrays.setAll(costs, i -> costs[i] + row.costCents[i]);
        agentCents[row.agent] += row.cents();
        agentConversations[row.agent]++;
        moods[row.sentiment >= 65 ? 0 : row.sentiment >= 50 ? 1 : 2]++;
        durations[row.seconds]++;
    }

    /** Seconds that so many percent of the conversations do not exceed. */
    long percentile(int percent) {
        long seen = 0;
        int at = 0;
        while (at < durations.length - 1 && (seen + durations[at]) * 100 < conversations * percent) {
            seen += durations[at++];
        }
        return conversations == 0 ? 0 : at;
    }

    /** A part of the conversations, from 0 to 1. */
    double share(long part) {
        return conversations == 0 ? 0 : (double) part / conversations;
    }

    double average(long sum) {
        return share(sum);
    }
}
