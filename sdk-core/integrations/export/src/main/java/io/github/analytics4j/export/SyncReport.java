package io.github.analytics4j.export;

import io.github.analytics4j.error.ApiException.AuthenticationException;
import io.github.analytics4j.error.ApiException.PermissionDeniedException;
import io.github.analytics4j.error.SdkException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The report of a run.
 *
 * @param tables what it did for each table, in the order they were given
 */
public record SyncReport(List<TableReport> tables) {
    /** Every unit that was due is as the log has it. */
    public static final int VERIFIED = 0;

    /** The run could not do its work. */
    public static final int NOTHING_DONE = 1;

    /** The data are safe, but a unit is unproven, guarded, or has rows that could not be stored. */
    public static final int UNPROVEN = 3;

    /** Another run is at work on the same table of the same sink. */
    public static final int BUSY = 5;

    private static final String KEY_REFUSED = "the server refused the key: ";

    /** Copies the list. */
    public SyncReport {
        tables = List.copyOf(tables);
    }

    /** {@return the exit code for scripts: 0, 1, 3 or 5; 3 where those of the tables differ} */
    public int exitCode() {
        List<Integer> codes =
                tables.stream().map(TableReport::exitCode).distinct().toList();
        return codes.isEmpty() ? VERIFIED : codes.size() == 1 ? codes.get(0) : UNPROVEN;
    }

    /** {@return whether a server refused a key (401, 403), be it for one table or partition of several} */
    public boolean keyRefused() {
        return tables.stream()
                .flatMap(each -> each.partitions().stream())
                .flatMap(each -> each.reasons().stream())
                .anyMatch(each -> each.startsWith(KEY_REFUSED));
    }

    /** Why something was not read, as a sentence of a report. */
    static String reason(SdkException failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof AuthenticationException || each instanceof PermissionDeniedException) {
                return KEY_REFUSED + failure.getMessage();
            }
        }
        return String.valueOf(failure.getMessage());
    }

    /**
     * {@return the report of a table by its name in the sink}
     *
     * @param name in the sink
     */
    public TableReport table(String name) {
        return tables.stream()
                .filter(each -> each.table().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the run had no table " + name));
    }

    /** {@return all of it as one line of JSON, without values of rows} */
    public String toJson() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("exit", exitCode());
        all.put("key_refused", keyRefused() ? true : null);
        all.put("tables", tables.stream().map(TableReport::json).toList());
        return JsonText.of(all);
    }

    /**
     * The part of a report about a table.
     *
     * @param table the table's name in the sink
     * @param sink where it is kept
     * @param startedAt when the run began, by the lesser of the clocks
     * @param took how long it ran
     * @param exitCode of this table alone: 0, 1, 3 or 5
     * @param refusal why nothing was done; null if something was
     * @param warnings what should be looked at, one sentence each
     * @param partitions what was done for each partition
     */
    public record TableReport(
            String table,
            String sink,
            Instant startedAt,
            Duration took,
            int exitCode,
            @Nullable String refusal,
            List<String> warnings,
            List<PartitionReport> partitions) {
        /** Copies the lists. */
        public TableReport {
            warnings = List.copyOf(warnings);
            partitions = List.copyOf(partitions);
        }

        /**
         * {@return the report of a partition}
         *
         * @param name the value of the parameter that the table is read once for each of
         */
        public PartitionReport partition(String name) {
            return partitions.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(table + " has no partition " + name));
        }

        Map<String, @Nullable Object> json() {
            Map<String, @Nullable Object> all = new LinkedHashMap<>();
            all.put("table", table);
            all.put("started_at", startedAt);
            all.put("took_ms", took.toMillis());
            all.put("exit", exitCode);
            all.put("refusal", refusal);
            all.put("warnings", warnings.isEmpty() ? null : warnings);
            all.put("partitions", partitions.stream().map(PartitionReport::json).toList());
            return all;
        }
    }

    /**
     * The part of a report about a partition.
     *
     * @param name the value that narrows the table, such as an agent's id
     * @param watermark the end of what is covered without a gap
     * @param requests responses that the walks and counts took
     * @param read rows that came
     * @param outside rows that came from outside of what was asked for, and were dropped
     * @param added rows that are new
     * @param changed rows with another content
     * @param deleted rows that were deleted, since they are gone
     * @param marked rows that were marked as gone
     * @param moved rows that changed their unit
     * @param rejected rows that could not be stored
     * @param unitsChanged units that were written
     * @param unitsSame units that were read and left as they are
     * @param reasons why not all is verified, one sentence each; empty if it is
     */
    public record PartitionReport(
            String name,
            Instant watermark,
            long requests,
            long read,
            long outside,
            long added,
            long changed,
            long deleted,
            long marked,
            long moved,
            long rejected,
            long unitsChanged,
            long unitsSame,
            List<String> reasons) {
        /** Copies the list. */
        public PartitionReport {
            reasons = List.copyOf(reasons);
        }

        Map<String, @Nullable Object> json() {
            Map<String, @Nullable Object> all = new LinkedHashMap<>();
            all.put("name", name);
            all.put("watermark", watermark);
            all.put("requests", requests);
            all.put("read", read);
            all.put("outside", outside);
            all.put("added", added);
            all.put("changed", changed);
            all.put("deleted", deleted);
            all.put("marked", marked);
            all.put("moved", moved);
            all.put("rejected", rejected);
            all.put("units_changed", unitsChanged);
            all.put("units_same", unitsSame);
            all.put("reasons", reasons.isEmpty() ? null : new ArrayList<>(reasons));
            return all;
        }
    }
}
