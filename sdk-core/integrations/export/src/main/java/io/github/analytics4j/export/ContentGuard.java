package io.github.analytics4j.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a sink to what it was filled with: the table, the API, the fixed arguments and the rules for columns. Who reads or writes its
 * rows asks here first: by other rules they would be read as something else, and be written without what those leave out.
 */
final class ContentGuard {
    private ContentGuard() {}

    /** Refuses a sink that holds nothing of a table; nothing is made there. */
    static void requireAny(SyncTable of, Sink sink) throws IOException {
        requireState(of, sink, sink.peek(of.stored()));
    }

    /** Returns a state that is there; refuses a sink without one. */
    static SyncState requireState(SyncTable of, Sink sink, @Nullable SyncState state) throws StateException {
        if (state == null) {
            throw new StateException(sink + " holds nothing of " + of.name() + ": run the sync first");
        }
        return state;
    }

    /**
     * Refuses a sink that was filled with something else.
     *
     * @return the columns that are new since
     */
    static List<String> requireSame(SyncTable of, Sink sink, SyncState state) throws TableRun.RefusedException {
        if (!state.table.isEmpty()) {
            same(sink, "API", state.api, of.session.toString());
        }
        return requireSameButApi(of, sink, state);
    }

    /** As {@link #requireSame}, wherever the API is: for who asks nothing of it. */
    static List<String> requireSameButApi(SyncTable of, Sink sink, SyncState state) throws TableRun.RefusedException {
        if (state.table.isEmpty()) {
            return List.of();
        }
        same(sink, "table", state.table, of.table.name());
        same(sink, "set of fixed arguments", state.arguments, arguments(of, state));
        sameRules(sink, state, of.policy);
        return newColumns(of, state);
    }

    /** Notes what the sink is filled with from now on. */
    static void note(SyncTable of, SyncState state) {
        state.api = of.session.toString();
        state.table = of.table.name();
        state.arguments = arguments(of, state);
        state.rules = of.policy.fingerprint();
        state.rulesWithoutKey = of.policy.fingerprintWithoutKey();
        state.schema = of.stored().schema();
    }

    /** Texts of arguments may be private, so that the state holds their hash. */
    private static String arguments(SyncTable of, SyncState state) {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        of.arguments.values().forEach((name, value) -> sorted.put(name, value.toString()));
        return sorted.isEmpty() ? "" : JsonText.sha256(state.sinkId + JsonText.of(sorted));
    }

    private static void same(Sink sink, String what, String known, String given) throws TableRun.RefusedException {
        if (!known.equals(given)) {
            throw new TableRun.RefusedException(sink + " was filled from another " + what
                    + (what.startsWith("set") ? "" : ", " + known + ", than this run's, " + given)
                    + ": take another place for it"
                    + (what.equals("API") && known.contains("127.0.0.1") && given.contains("127.0.0.1")
                            ? "; a sandbox that a command starts is another one each time: start one that stays and give its"
                                    + " address, or take an empty place"
                            : ""));
        }
    }

    /** Says whether the rules or their key differ, where that is known. */
    private static void sameRules(Sink sink, SyncState state, RowPolicy given) throws TableRun.RefusedException {
        boolean older = state.rulesWithoutKey.isEmpty() && !state.rules.isEmpty(); // its version kept them as one
        boolean sameRules = !older && state.rulesWithoutKey.equals(given.fingerprintWithoutKey());
        if (state.rules.equals(given.fingerprint()) || (sameRules && !given.hashes())) {
            return;
        }
        String differs = "from another set of rules for columns: give the rules";
        if (sameRules) {
            differs = "with another key of hashes than this run's: give the key file";
        } else if (older && !given.fingerprint().isEmpty()) {
            differs =
                    "from another set of rules for columns, or with another key of hashes: give the rules and the key file";
        }
        throw new TableRun.RefusedException(
                sink + " was filled " + differs + " that it was filled with, or take another place for it");
    }

    private static List<String> newColumns(SyncTable of, SyncState state) throws TableRun.RefusedException {
        Map<String, String> known = new TreeMap<>();
        state.schema.forEach(each -> {
            int end = each.indexOf(' ');
            known.put(each.substring(0, end), each.substring(end + 1));
        });
        List<String> added = new ArrayList<>();
        for (SinkColumn each : of.stored().columns()) {
            String type = known.get(each.name());
            if (type == null) {
                added.add(each.name());
            } else if (!type.equals(each.type().toString())) {
                throw new TableRun.RefusedException("column " + each.name() + " is stored as " + type + " and is now "
                        + each.type() + ": take another place for it");
            }
        }
        return added;
    }
}
