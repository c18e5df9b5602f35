package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a plan: properties in UTF-8. {@code into}, {@code format}, {@code key-file}, {@code look-back}, {@code deletions}, {@code jdbc-user}
 * and {@code jdbc-password-file} are of all; {@code NAME.table} begins an entry, {@code NAME.name}, {@code NAME.since}, {@code
 * NAME.leave-out}, {@code NAME.mask}, {@code NAME.hash} and {@code NAME.settings} are of it, and so are the table's parameters.
 */
final class SyncPlan {
    private static final List<String> COMMON =
            List.of("into", "format", "key-file", "look-back", "deletions", "jdbc-user", "jdbc-password-file");
    private static final List<String> OWN = List.of("table", "name", "since", "leave-out", "mask", "hash", "settings");

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final String NOT_YAML =
            "write one KEY = VALUE a line, such as into = /data/warehouse and NAME.table = TABLE";
    private static final String BACKSLASHES =
            "in properties a backslash begins an escape; write C:/data, or each backslash twice";

    private final Path file;
    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, Map<String, String>> entries = new TreeMap<>();
    private final Map<String, String> common = new TreeMap<>();

    private SyncPlan(Path file) {
        this.file = file;
    }

    /**
     * Reads a plan.
     *
     * @throws CommandException naming every mistake in it
     */
    static SyncJob read(Path file, List<ApiCatalog> apis) {
        SyncPlan plan = new SyncPlan(file);
        plan.lines(text(file));
        SyncJob job = plan.job(apis);
        plan.mistakes.addAll(job.mistakes());
        if (!plan.mistakes.isEmpty()) {
            throw CommandException.wrong("the plan " + file + ": " + String.join("; ", plan.mistakes));
        }
        return job;
    }

    private static String text(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new CommandException(
                    ExitCode.WRONG_ARGUMENTS, "the plan " + file + " is not in UTF-8: save it so", e);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.WRONG_ARGUMENTS, "the plan " + file + " cannot be read: " + OutputFile.why(e), e);
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml") || text.startsWith("---")) {
            throw CommandException.wrong("the plan " + file + " is YAML, and a plan has properties: " + NOT_YAML);
        }
        return withoutMark(text);
    }

    static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** Reads line by line, so that a key that is there twice is seen; a line whose end is escaped goes on in the next one. */
    private void lines(String text) {
        StringBuilder line = new StringBuilder();
        for (String each : text.lines().toList()) {
            boolean comment = line.isEmpty() && each.strip().matches("(?s)[#!].*");
            line.append(each).append('\n');
            int end = each.length();
            while (end > 0 && each.charAt(end - 1) == '\\') {
                end--;
            }
            if (comment || (each.length() - end) % 2 == 0) {
                sort(line.toString());
                line.setLength(0);
            }
        }
        sort(line.toString());
    }

    private void sort(String line) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(line));
        } catch (IOException | IllegalArgumentException e) {
            mistakes.add("\"" + line.strip() + "\" is no line of properties: " + BACKSLASHES);
        }
        for (String key : properties.stringPropertyNames()) {
            sort(key, properties.getProperty(key).strip());
        }
    }

    private void sort(String key, String value) {
        int dot = key.indexOf('.');
        Map<String, String> of =
                dot > 0 ? entries.computeIfAbsent(key.substring(0, dot), name -> new TreeMap<>()) : common;
        if (dot <= 0 && !COMMON.contains(key)) {
            mistakes.add("there is no " + key + Words.meant(key, COMMON)
                    + (value.isEmpty() || key.startsWith("-")
                            ? "; a plan has properties, and is no YAML: " + NOT_YAML
                            : ""));
        } else if (of.put(key.substring(dot + 1), value) != null) {
            mistakes.add(key + " is there twice: the values of one key have commas between");
        } else if (value.chars().anyMatch(Character::isISOControl) || value.matches("[A-Za-z]:[^/\\\\].*")) {
            mistakes.add(key + " has lost a backslash: " + BACKSLASHES);
        }
    }

    private SyncJob job(List<ApiCatalog> apis) {
        SyncJob job = new SyncJob();
        job.into = path(common.get("into"));
        job.format = common.get("format");
        job.keyFile = path(common.get("key-file"));
        job.lookBack = common.get("look-back");
        job.deletions = common.get("deletions");
        job.jdbcUser = common.get("jdbc-user");
        job.jdbcPasswordFile = path(common.get("jdbc-password-file"));
        entries.forEach((name, values) -> {
            SyncJob.Entry entry = entry(name, values, apis);
            if (entry != null) {
                job.entries.add(entry);
            }
        });
        if (entries.isEmpty()) {
            mistakes.add("it has no table: NAME.table = TABLE begins one");
        }
        return job;
    }

    /** A path in a plan is beside the plan, unless it is absolute; an address is none. */
    private @Nullable String path(@Nullable String text) {
        if (text == null || text.isEmpty() || text.regionMatches(true, 0, "jdbc:", 0, 5) || SyncJob.isAddress(text)) {
            return text;
        }
        try {
            String path = file.toAbsolutePath().resolveSibling(text).normalize().toString();
            return text.endsWith("/") ? path + "/" : path;
        } catch (InvalidPathException e) {
            return text; // which the check of the place tells
        }
    }

    private SyncJob.@Nullable Entry entry(String name, Map<String, String> values, List<ApiCatalog> apis) {
        String wanted = values.get("table");
        for (ApiCatalog api : apis) {
            Table table = wanted == null ? null : api.table(wanted).orElse(null);
            if (table != null) {
                return entry(name, values, api, table);
            }
        }
        List<String> known = apis.stream()
                .flatMap(each -> each.tables().stream())
                .map(Table::name)
                .toList();
        mistakes.add(
                wanted == null
                        ? name + ".table is missing"
                        : name + ".table: there is no table " + wanted + Words.meant(wanted, known)
                                + "; analytics4j tables lists them");
        return null;
    }

    private SyncJob.Entry entry(String name, Map<String, String> values, ApiCatalog api, Table table) {
        List<String> parameters =
                SyncJob.filters(table).stream().map(Parameter::name).toList();
        Map<String, String> given = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (parameters.contains(key)) {
                given.put(key, value);
            } else if (!OWN.contains(key)) {
                List<String> known = new ArrayList<>(OWN);
                known.addAll(parameters);
                mistakes.add(name + "." + key + " is neither a word of plans nor a parameter of " + table.name()
                        + Words.meant(key, known));
            }
        });
        SyncJob.Entry entry = new SyncJob.Entry(api, table, given);
        entry.name = values.get("name");
        entry.since = values.get("since");
        entry.settings = path(values.get("settings"));
        entry.leaveOut = list(values.get("leave-out"));
        entry.mask = list(values.get("mask"));
        entry.hash = list(values.get("hash"));
        entry.mistakes(path(common.get("key-file"))).forEach(each -> mistakes.add(name + ": " + each));
        return entry;
    }

    private static List<String> list(@Nullable String text) {
        return text == null || text.isBlank()
                ? List.of()
                : List.of(text.split(",", -1)).stream().map(String::strip).toList();
    }
}
