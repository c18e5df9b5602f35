package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.export.Sink;
import io.github.analytics4j.export.Sync;
import io.github.analytics4j.export.SyncBusyException;
import io.github.analytics4j.export.SyncReport;
import io.github.analytics4j.export.SyncStatus;
import io.github.analytics4j.export.SyncTable;
import io.github.analytics4j.page.WalkProgress;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Does what a sync is asked for: a run, a look at what is stored, a comparison, a purge. One client for each API and key. */
final class SyncRun {
    /** The word that asks for a purge. */
    static final String PURGE = "purge";

    private final Surroundings surroundings;
    private final CommandLineOptions options;
    private final SyncJob job;
    private final Map<String, ApiSession> sessions = new HashMap<>();
    private @Nullable Progress progress;
    private String walked = "";

    SyncRun(Surroundings surroundings, CommandLineOptions options, SyncJob job) {
        this.surroundings = surroundings;
        this.options = options;
        this.job = job;
    }

    int run(Accounts accounts) throws IOException {
        job.largeDeletions = options.flag(OptionNames.LARGE_DELETIONS);
        job.newKey = options.flag(OptionNames.NEW_KEY);
        boolean purge = isPurge();
        List<String> ids = options.literals(OptionNames.ID);
        if (purge == ids.isEmpty()) {
            throw CommandException.wrong(
                    purge ? "purge needs " + OptionNames.ID + ", the id of a row" : OptionNames.ID + " is for purge");
        }
        if (ids.stream().anyMatch(String::isBlank)) {
            throw CommandException.wrong(OptionNames.ID + " takes the id of a row, and a blank text is none");
        }
        List<String> looksAsked = new ArrayList<>(purge ? List.of(PURGE) : List.of());
        for (String each : List.of(OptionNames.STATUS, OptionNames.VERIFY, OptionNames.SNIPPETS)) {
            looksAsked.addAll(options.flag(each) ? List.of(each) : List.of());
        }
        if (looksAsked.size() > 1) {
            throw CommandException.wrong(
                    String.join(" and ", looksAsked) + " are things to do of their own: give one of them");
        }
        Sink sink = job.sink(surroundings.environment());
        if (options.flag(OptionNames.SNIPPETS)) {
            StringBuilder all = new StringBuilder();
            job.entries.forEach(each -> all.append(sink.snippets(each.ownName())));
            return surroundings.print(all.toString());
        }
        boolean looks = purge || options.flag(OptionNames.STATUS);
        try {
            Sync sync = Sync.of(tables(accounts, looks)).into(sink).with(job.options());
            if (purge) {
                return purged(sync, ids);
            } else if (options.flag(OptionNames.STATUS)) {
                return status(sync.status());
            }
            surroundings.interrupt().cancelThread();
            return told(options.flag(OptionNames.VERIFY) ? sync.verify() : walked(sync));
        } finally {
            sessions.values().forEach(ApiSession::close);
        }
    }

    private boolean isPurge() {
        String word = options.parsed().matchedPositionalValue(0, "");
        if (!word.isEmpty() && !word.equals(PURGE)) {
            throw CommandException.wrong(
                    "there is no " + Words.shown(word, List.of(PURGE)) + " of sync, only " + PURGE);
        }
        return word.equals(PURGE);
    }

    private List<SyncTable> tables(Accounts accounts, boolean looks) {
        List<SyncTable> tables = new ArrayList<>();
        for (SyncJob.Entry each : job.entries) {
            ApiSession session = sessions.computeIfAbsent(
                    accounts.identity(each.api, each.settings),
                    key -> looks ? accounts.openToLook(each.api) : accounts.open(each.api, each.settings));
            tables.add(each.table(session, job.keyFile));
        }
        return tables;
    }

    private SyncReport walked(Sync sync) {
        try {
            return options.flag(OptionNames.QUIET)
                    ? sync.run()
                    : sync.onProgress(this::at).run();
        } finally {
            end();
        }
    }

    /** Each walk has a bar of its own. */
    private synchronized void at(String partition, WalkProgress at) {
        Progress shown = progress;
        if (shown == null || !walked.equals(partition) || at.rows() == 0) {
            end();
            shown = Progress.on(surroundings, false);
            progress = shown;
            walked = partition;
        }
        shown.at(at);
    }

    private synchronized void end() {
        Progress shown = progress;
        if (shown != null) {
            shown.close();
            progress = null;
        }
    }

    /** One line of JSON for programs, and sentences for people. */
    private int told(SyncReport report) {
        for (SyncReport.TableReport table : report.tables()) {
            if (table.refusal() != null) {
                surroundings.tell(table.table() + ": " + table.refusal());
            }
            table.warnings().forEach(each -> say(table.table() + ": " + each));
            for (SyncReport.PartitionReport each : table.partitions()) {
                String sentence = table.table() + " " + each.name() + ": " + sentence(each);
                if (each.reasons().isEmpty()) {
                    say(sentence);
                } else {
                    surroundings.tell(sentence + "; not verified: " + joined(each.reasons()));
                }
            }
        }
        if (surroundings.interrupt().happened()) {
            surroundings.tell("interrupted; what was stored is whole, and the next run goes on");
            return ExitCode.INTERRUPTED;
        }
        int unused = surroundings.print(report.toJson() + "\n");
        return report.keyRefused() ? ExitCode.KEY : report.exitCode();
    }

    private static String joined(List<String> reasons) {
        return reasons.stream()
                .map(each -> each.endsWith(".") ? each.substring(0, each.length() - 1) : each)
                .collect(Collectors.joining("; "));
    }

    private static String sentence(SyncReport.PartitionReport each) {
        String upTo = each.watermark().equals(Instant.EPOCH) ? "" : "up to " + each.watermark() + ", ";
        return upTo + Words.count(each.read(), "row") + " read in "
                + Words.count(each.requests(), "request") + "; " + Words.number(each.added()) + " added, "
                + Words.number(each.changed()) + " changed, " + Words.number(each.deleted() + each.marked()) + " gone";
    }

    private int purged(Sync sync, List<String> ids) throws IOException {
        try {
            long rows = sync.purge(ids, this::say);
            String stays = (ids.size() == 1 ? "the id stays" : "the ids stay")
                    + " on a keyed list, so that no run brings " + (rows == 1 ? "it" : "them") + " back";
            say(
                    rows == 0
                            ? "no such row is stored of what the command names: look whether the id is spelled as the API"
                                    + " has it, each with an " + OptionNames.ID + " of its own; "
                                    + stays.replace(" back", "")
                            : Words.count(rows, "row") + " purged; " + stays);
            return surroundings.print("{\"purged\":" + rows + "}\n");
        } catch (SyncBusyException e) {
            throw new CommandException(ExitCode.BUSY, "" + e.getMessage(), e);
        }
    }

    private int status(SyncStatus status) {
        StringBuilder all = new StringBuilder();
        boolean problem = false;
        for (SyncStatus.TableStatus table : status.tables()) {
            problem |= table.problem() != null;
            if (table.problem() != null) {
                surroundings.tell(table.table() + ": " + table.problem());
            } else if (table.generation() == 0) {
                all.append(table.table()).append(": there was no run yet\n");
            }
            for (SyncStatus.PartitionStatus each : table.partitions()) {
                all.append(Words.line(table.table() + " " + each.name() + ": " + line(each)))
                        .append('\n');
            }
        }
        int unused = surroundings.print(all.toString());
        return problem ? ExitCode.FAILED : ExitCode.DONE;
    }

    private static String line(SyncStatus.PartitionStatus each) {
        return Words.count(each.rows(), "row") + " in " + Words.count(each.units(), "unit")
                + (each.watermark().equals(Instant.EPOCH)
                        ? ""
                        : ", covered from " + each.from() + " to " + each.watermark() + " with "
                                + Words.count(each.gaps(), "gap"))
                + "; open days "
                + each.openDays() + ", due days " + each.dueDays() + ", " + Words.number(each.rejected())
                + " rejected; "
                + (each.lastRun().equals(Instant.EPOCH)
                        ? "no run got through yet"
                        : "last run " + each.lastRun() + ", next sweep " + each.nextSweep());
    }

    private void say(String words) {
        if (!options.flag(OptionNames.QUIET)) {
            surroundings.tell(words);
        }
    }
}
