package io.github.analytics4j.client;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What may be shown. Logs go by an allow-list; what a user looks at on purpose hides only what smells of a secret. */
final class Redaction {
    private static final String MASK = "***";

    /** Harmless and useful; phone numbers, ids of people and whatever a later spec adds are not in it. */
    private static final Set<String> LOGGABLE =
            Set.of(("limit offset page granularity comparewith groupby channel source "
                            + "type type_of_call event_type call_status from_date to_date startdate enddate datefrom dateto start_date end_date "
                            + "duration_min duration_max model_id agentid agent_id agent_ids")
                    .split(" "));

    private static final Pattern SMELLS = Pattern.compile(
            "key|token|secret|auth|password|signature|credential|cookie|session", Pattern.CASE_INSENSITIVE);

    private Redaction() {}

    static boolean loggable(String parameter) {
        return LOGGABLE.contains(parameter.toLowerCase(Locale.ROOT));
    }

    /** The parameters as a log may show them. */
    static Map<String, String> forLogs(Map<String, String> query) {
        Map<String, String> shown = new LinkedHashMap<>();
        query.forEach((name, value) -> shown.put(name, loggable(name) ? value : MASK));
        return shown;
    }

    /** Parameters or headers as the one who set them may see them. */
    static Map<String, String> forTheirOwner(Map<String, String> values, Set<String> ofTheSpec) {
        Map<String, String> shown = new LinkedHashMap<>();
        values.forEach((name, value) -> shown.put(
                name, !ofTheSpec.contains(name) && SMELLS.matcher(name).find() ? MASK : value));
        return shown;
    }
}
