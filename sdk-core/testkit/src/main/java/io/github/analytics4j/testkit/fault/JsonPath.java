package io.github.analytics4j.testkit.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where in a JSON value something stands: names with points between them, {@code [2]} for an element, {@code [*]} for
 * all, and nothing or {@code $} for the value itself.
 */
public final class JsonPath {
    private static final Pattern STEP = Pattern.compile("\\.?(?:\\[(\\d{1,9}|\\*)]|\\['([^']+)']|([^.\\[\\]]+))");

    /** One step down: a name, or an index; every element when it is neither. */
    private record Step(@Nullable String name, int index) {
        static final int ALL = -1;
    }

    private final List<Step> steps = new ArrayList<>();

    public JsonPath(String path) {
        String rest = path.startsWith("$") ? path.substring(1) : path;
        Matcher matcher = STEP.matcher(rest);
        int at = 0;
        while (at < rest.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new IllegalArgumentException("path: \"" + path + "\" cannot be read from \"" + rest.substring(at)
                        + "\" on; write response.calls[0].call_status or response.calls[*].duration");
            }
            String index = matcher.group(1);
            String name = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            steps.add(new Step(name, index == null || index.equals("*") ? Step.ALL : Integer.parseInt(index)));
            at = matcher.end();
        }
    }

    /** Changes what stands there, or gives it to an object that has nothing under the last name. */
    public @Nullable Object edit(@Nullable Object root, UnaryOperator<@Nullable Object> change) {
        return edit(root, 0, change);
    }

    @SuppressWarnings("unchecked") // of a tree that was read a moment ago
    private @Nullable Object edit(@Nullable Object value, int depth, UnaryOperator<@Nullable Object> change) {
        if (depth == steps.size()) {
            return change.apply(value);
        }
        Step step = steps.get(depth);
        boolean last = depth == steps.size() - 1;
        if (step.name() != null && value instanceof Map<?, ?> map) {
            if (last || map.containsKey(step.name())) {
                ((Map<String, @Nullable Object>) map).put(step.name(), edit(map.get(step.name()), depth + 1, change));
            }
        } else if (step.name() == null && value instanceof List<?> list) {
            int first = step.index() == Step.ALL ? 0 : step.index();
            int end = Math.min(list.size(), step.index() == Step.ALL ? list.size() : first + 1);
            for (int i = first; i < end; i++) {
                ((List<@Nullable Object>) list).set(i, edit(list.get(i), depth + 1, change));
            }
        }
        return value;
    }

    /** Takes away what stands there. */
    public void remove(@Nullable Object root) {
        remove(root, 0);
    }

    private void remove(@Nullable Object value, int depth) {
        if (depth == steps.size()) {
            return;
        }
        Step step = steps.get(depth);
        boolean last = depth == steps.size() - 1;
        if (step.name() != null && value instanceof Map<?, ?> map) {
            if (last) {
                map.remove(step.name());
            } else {
                remove(map.get(step.name()), depth + 1);
            }
        } else if (step.name() == null && value instanceof List<?> list) {
            removeFrom(list, step, depth, last);
        }
    }

    private void removeFrom(List<?> list, Step step, int depth, boolean last) {
        if (last && step.index() == Step.ALL) {
            list.clear();
        } else if (last && step.index() < list.size()) {
            list.remove(step.index());
        } else if (!last) {
            for (int i = 0; i < list.size(); i++) {
                if (step.index() == Step.ALL || step.index() == i) {
                    remove(list.get(i), depth + 1);
                }
            }
        }
    }
}
