package io.github.analytics4j.codegen.openapi;

import io.github.analytics4j.codegen.model.Check;
import io.github.analytics4j.codegen.model.Paging;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code x-paging} and {@code x-checks} of an operation. */
final class OperationRules {

    private static final Set<String> PAGING_KEYS = Set.of(
            "style",
            "position",
            "limit",
            "from",
            "to",
            "default-limit",
            "max-limit",
            "items",
            "total",
            "echo",
            "has-more",
            "id",
            "time");

    private final Extensions extensions;
    private final Place operation;

    OperationRules(Extensions extensions, Place operation) {
        this.extensions = extensions;
        this.operation = operation;
    }

    @Nullable
    Paging paging() {
        Place at = operation.child("x-paging");
        if (extensions.spec().get(at) == null) {
            return null;
        }
        extensions.onlyKeys(at, PAGING_KEYS);
        List<String> items = extensions.texts(at, "items");
        return new Paging(
                style(at),
                extensions.text(at, "position"),
                extensions.requiredText(at, "limit"),
                extensions.text(at, "from"),
                extensions.text(at, "to"),
                extensions.requiredWhole(at, "default-limit"),
                extensions.requiredWhole(at, "max-limit"),
                items == null ? List.of() : items,
                extensions.texts(at, "total"),
                extensions.texts(at, "echo"),
                extensions.texts(at, "has-more"),
                extensions.requiredText(at, "id"),
                extensions.text(at, "time"));
    }

    private Paging.Style style(Place at) {
        String word = extensions.requiredText(at, "style");
        for (Paging.Style each : Paging.Style.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                return each;
            }
        }
        extensions.problem(at, "unknown style " + word + "; known are offset, page, window");
        return Paging.Style.OFFSET;
    }

    List<Check> checks() {
        Place at = operation.child("x-checks");
        List<Check> checks = new ArrayList<>();
        if (extensions.spec().get(at) instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                Check check = check(list.get(i));
                if (check == null) {
                    extensions.problem(
                            at.child(String.valueOf(i)),
                            "a check must be ordered: [from, to] or max-days: [from, to, days]");
                } else {
                    checks.add(check);
                }
            }
        }
        return checks;
    }

    private static @Nullable Check check(@Nullable Object entry) {
        if (!(entry instanceof Map<?, ?> map) || map.size() != 1) {
            return null;
        }
        if (map.get("ordered") instanceof List<?> two
                && two.size() == 2
                && two.get(0) instanceof String first
                && two.get(1) instanceof String second) {
            return new Check.Ordered(first, second);
        }
        return map.get("max-days") instanceof List<?> three
                        && three.size() == 3
                        && three.get(0) instanceof String from
                        && three.get(1) instanceof String to
                        && three.get(2) instanceof BigDecimal days
                ? new Check.MaxDays(from, to, days.intValue())
                : null;
    }
}
