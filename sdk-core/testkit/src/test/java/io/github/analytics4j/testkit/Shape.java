package io.github.analytics4j.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Compares a response with a vendor's sample: the same names, the same kinds, texts of the same form. */
final class Shape {
    /** Objects whose names are data. */
    private static final Set<String> OPEN = Set.of("byStatus", "byChannel", "byOutcome", "metadata", "detail");
    /** What may be null although the sample has a value. */
    private static final Set<String> NULLABLE =
            Set.of("detail", "agent_name", "change", "avg_connection_duration_s", "conversionToNext");
    /** What a response may leave out or bring besides. */
    private static final Set<String> OPTIONAL =
            Set.of("leadId", "assistant_version", "telephony_ringing_duration", "telephony_sip_headers");

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d"),
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d/\\d{4}-\\d\\d-\\d\\d"),
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|\\+00:00)"),
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d"),
            Pattern.compile("\\d{13}"));

    private final List<String> differences = new ArrayList<>();

    private Shape() {}

    static List<String> differences(Object sample, Object answer) {
        Shape shape = new Shape();
        shape.compare("$", "", sample, answer);
        return shape.differences;
    }

    private void compare(String path, String name, Object sample, Object answer) {
        if (sample == null || (answer == null && NULLABLE.contains(name))) {
            return;
        }
        if (answer == null || kind(sample) != kind(answer)) {
            differences.add(path + ": " + answer + " is not of the kind of " + sample);
        } else if (sample instanceof Map<?, ?> map && !map.isEmpty() && !OPEN.contains(name)) {
            object(path, map, (Map<?, ?>) answer);
        } else if (sample instanceof List<?> list) {
            list(path, name, list, (List<?>) answer);
        } else if (sample instanceof String text) {
            text(path, text, (String) answer);
        }
    }

    private void object(String path, Map<?, ?> sample, Map<?, ?> answer) {
        if (!required(sample).equals(required(answer))) {
            differences.add(path + ": has " + required(answer) + ", not " + required(sample));
        }
        sample.forEach((name, value) -> {
            if (answer.containsKey(name)) {
                compare(path + "." + name, (String) name, value, answer.get(name));
            }
        });
    }

    private static Set<String> required(Map<?, ?> object) {
        Set<String> names = new TreeSet<>();
        object.keySet().forEach(name -> names.add((String) name));
        names.removeAll(OPTIONAL);
        return names;
    }

    /** Each element has to be like one of the sample's. */
    private void list(String path, String name, List<?> sample, List<?> answer) {
        if (answer.isEmpty() && !name.equals("labels")) {
            differences.add(path + ": is empty");
        }
        for (int i = 0; i < answer.size(); i++) {
            List<String> best = null;
            for (Object element : sample) {
                Shape attempt = new Shape();
                attempt.compare(path + "[" + i + "]", "", element, answer.get(i));
                best = best == null || attempt.differences.size() < best.size() ? attempt.differences : best;
            }
            differences.addAll(best);
        }
    }

    private void text(String path, String sample, String answer) {
        for (Pattern form : FORMS) {
            if (form.matcher(sample).matches() && !form.matcher(answer).matches()) {
                differences.add(path + ": " + answer + " has not the form of " + sample);
            }
        }
    }

    private static Class<?> kind(Object value) {
        return value instanceof Map ? Map.class : value instanceof List ? List.class : value.getClass();
    }
}
