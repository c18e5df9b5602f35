package io.github.analytics4j.codegen.vendor;

import io.github.analytics4j.codegen.openapi.Place;
import io.github.analytics4j.codegen.vendor.Difference.Kind;
import io.github.analytics4j.codegen.vendor.Difference.Spot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Gathers what a comparison finds; the same difference counts once, at the first of its places. Not thread-safe. */
final class Findings {

    private final @Nullable Document uncorrected;
    private final Predicate<String> known;
    private final Map<String, Difference> found = new LinkedHashMap<>();
    private final Set<Place> compared = new HashSet<>();

    /** Without an uncorrected spec no renames are looked for. */
    Findings(@Nullable Document uncorrected, Predicate<String> known) {
        this.uncorrected = uncorrected;
        this.known = known;
    }

    void add(Kind kind, String what, Spot vendor, Spot ours, Place scope) {
        Difference difference = new Difference(kind, what, vendor, ours, scope);
        found.putIfAbsent(difference.line(), difference);
    }

    /** Notes two different words for one thing; null is none. */
    void compare(String what, @Nullable String vendor, @Nullable String ours, Spot there, Spot here, Place scope) {
        if (!String.valueOf(vendor).equals(String.valueOf(ours))) {
            String words =
                    ": vendor " + (vendor == null ? "none" : vendor) + ", ours " + (ours == null ? "none" : ours);
            add(Kind.CHANGED, what + words, there, here, scope);
        }
    }

    void compared(Place scope) {
        compared.add(scope);
    }

    /** Returns the places of our spec that were compared. */
    Set<Place> scopes() {
        return compared;
    }

    List<Difference> all() {
        return new ArrayList<>(found.values());
    }

    boolean looksForRenames() {
        return uncorrected != null;
    }

    /** Whether a difference, had it been found, would be a known one. */
    boolean isKnown(Kind kind, String what, Node ours) {
        Spot spot = new Spot(ours.document(), ours.place());
        return known.test(new Difference(kind, what, spot, spot, ours.place()).line());
    }

    /** How alike two types are; ours counts as it was before it was corrected, too. */
    Renames.Types alike(Node ours, Node vendor) {
        boolean wasThere = uncorrected != null && ours.places().stream().allMatch(uncorrected::has);
        Renames.Types before = wasThere
                ? vendor.shape().alike(new Node(Objects.requireNonNull(uncorrected), ours.places()).shape())
                : Renames.Types.DIFFERENT;
        return before == Renames.Types.DIFFERENT ? vendor.shape().alike(ours.shape()) : before;
    }
}
