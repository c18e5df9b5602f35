package io.github.analytics4j.export;

import io.github.analytics4j.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The state of a table in a sink, and when what is due. Lives in the sink, with the rows. Changed by one run at a time. */
final class SyncState {
    /** Names the sink for good; keys the hashes in the state. */
    final String sinkId;

    /** Counts the commits; tells a run that was suspended that another one went on. */
    long generation;

    /** The API, and where it is: {@code Synthflow[https://…]}. */
    String api = "";

    /** The table's name in the catalogue. */
    String table = "";

    /** The file format, where there are files. */
    String format = "";

    /** The hash of the arguments that narrow the table's rows beside its partitions. */
    String arguments = "";

    /** Names and types of the columns as {@link SinkTable#schema} has them. */
    List<String> schema = List.of();

    /** When each column was first stored, for those that were added later: name to time. */
    final NavigableMap<String, String> columnsSince = new TreeMap<>();

    /** Tells the folder from its copies, as {@link Manifest#entryOfLock} has it; empty in databases, or where an older version stored rows. */
    String place = "";

    /** Tells the rules for columns that rows were stored by. */
    String rules = "";

    /** Tells the rules for columns apart from their key; empty where there are none, or where an older version stored rows. */
    String rulesWithoutKey = "";

    /** Keyed hashes of ids that were purged, with the unit of each; of one that was not seen the unit is unknown, an empty text. */
    final NavigableMap<String, String> purged = new TreeMap<>();

    /** Counts the runs. */
    long runs;

    final NavigableMap<String, PartitionState> partitions = new TreeMap<>();
    final NavigableMap<UnitKey, UnitState> units = new TreeMap<>();

    /** Units of which rows may be lost, as this run found them; not stored. */
    final NavigableMap<UnitKey, FolderRecovery.Damage> damaged = new TreeMap<>();

    /** The findings of recovery, one sentence each; not stored. */
    final Set<String> notes = new LinkedHashSet<>();

    /** The leftovers that no run reads again, so that a reader may count rows twice, one sentence each; not stored. */
    final Set<String> strangers = new LinkedHashSet<>();

    /** The damage that recovery could not make good, one sentence each; not stored. */
    final Set<String> doubts = new LinkedHashSet<>();

    SyncState(String sinkId) {
        this.sinkId = sinkId;
    }

    /** The units of a partition. */
    NavigableMap<UnitKey, UnitState> unitsOf(String partition) {
        return units.subMap(new UnitKey(partition, ""), true, new UnitKey(partition, "\uffff"), true);
    }

    /** Notes units that are not as the state says, of partitions that are not read and so not healed. */
    void noteStrangers(Collection<String> read) {
        Map<String, Long> counts = new TreeMap<>();
        units.forEach((unit, known) -> {
            if (known.contentHash().isEmpty() && !read.contains(unit.partition())) {
                counts.merge(unit.partition(), 1L, Long::sum);
            }
        });
        counts.forEach((partition, count) -> strangers.add(
                partition + " is not read, and " + (count == 1 ? "1 unit of it is" : count + " units of it are")
                        + " not as the state says, as after a restore: name it in a run once, or move its rows out if"
                        + " they are a copy"));
    }

    /** The hash by which an id is remembered that was purged from a partition. */
    String purgeHash(String partition, String id) {
        return purgeHash(partition.length() + " " + partition + " " + id);
    }

    /** The hash of an id that was purged from all partitions, as it once was done. */
    String purgeHash(String id) {
        return PrivateColumns.KeyedHash.of(sinkId.getBytes(StandardCharsets.US_ASCII), id);
    }

    /** How many rows of a unit were purged, which the log still has. */
    long purgedOf(UnitKey unit) {
        return purged.values().stream().filter(unit.toString()::equals).count();
    }

    /** How many rows the log should have of some units of a partition: what is stored, was purged, or cannot be stored. */
    long rowsOf(String partition, Predicate<UnitKey> which) {
        return unitsOf(partition).entrySet().stream()
                .filter(each -> which.test(each.getKey()))
                .mapToLong(each -> each.getValue().rows() + each.getValue().rejected() + purgedOf(each.getKey()))
                .sum();
    }

    SyncState copy() {
        SyncState copy = new SyncState(sinkId);
        copy.generation = generation;
        copy.api = api;
        copy.table = table;
        copy.format = format;
        copy.place = place;
        copy.arguments = arguments;
        copy.schema = schema;
        copy.columnsSince.putAll(columnsSince);
        copy.rules = rules;
        copy.rulesWithoutKey = rulesWithoutKey;
        copy.purged.putAll(purged);
        copy.runs = runs;
        partitions.forEach((name, state) -> copy.partitions.put(name, state.copy()));
        copy.units.putAll(units);
        copy.damaged.putAll(damaged);
        copy.notes.addAll(notes);
        copy.doubts.addAll(doubts);
        copy.strangers.addAll(strangers);
        return copy;
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("sink", sinkId);
        all.put("generation", generation);
        all.put("api", api);
        all.put("table", table);
        all.put("format", format);
        all.put("place", place.isEmpty() ? null : place);
        all.put("arguments", arguments);
        all.put("schema", schema);
        all.put("columns_since", columnsSince);
        all.put("rules", rules);
        all.put("rules_without_key", rulesWithoutKey.isEmpty() ? null : rulesWithoutKey);
        all.put("purged", purged);
        all.put("runs", runs);
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        partitions.forEach((name, state) -> {
            Map<String, @Nullable Object> part = state.json();
            Map<String, @Nullable Object> own = new LinkedHashMap<>();
            unitsOf(name).forEach((key, unit) -> own.put(key.name(), unit.json()));
            part.put("units", own);
            parts.put(name, part);
        });
        all.put("partitions", parts);
        return all;
    }

    static SyncState of(Map<String, JsonValue> json) throws StateException {
        SyncState state = new SyncState(StateText.text(json, "sink"));
        state.generation = StateText.number(json, "generation");
        state.api = StateText.text(json, "api");
        state.table = StateText.text(json, "table");
        state.format = StateText.text(json, "format");
        state.place = json.containsKey("place") ? StateText.text(json, "place") : "";
        state.arguments = StateText.text(json, "arguments");
        state.schema = StateText.texts(json, "schema");
        state.runs = StateText.number(json, "runs");
        state.columnsSince.putAll(StateText.textsByName(json, "columns_since"));
        state.rules = StateText.text(json, "rules");
        state.rulesWithoutKey = json.containsKey("rules_without_key") ? StateText.text(json, "rules_without_key") : "";
        state.purged.putAll(StateText.textsByName(json, "purged"));
        for (Map.Entry<String, JsonValue> each :
                StateText.member(json, "partitions").fields().entrySet()) {
            Map<String, JsonValue> partition = each.getValue().fields();
            state.partitions.put(each.getKey(), PartitionState.of(partition));
            for (Map.Entry<String, JsonValue> unit :
                    StateText.member(partition, "units").fields().entrySet()) {
                state.units.put(
                        new UnitKey(each.getKey(), unit.getKey()),
                        UnitState.of(unit.getValue().fields()));
            }
        }
        return state;
    }
}
