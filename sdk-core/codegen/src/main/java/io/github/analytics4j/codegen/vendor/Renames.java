package io.github.analytics4j.codegen.vendor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds which of the names that are gone has become which of those that are new. A pair takes the same type, and a name that is
 * like the other or the same place between names that stayed. Objects with the same fields need no more, and names that only
 * differ in spelling need no type.
 */
final class Renames {

    /** From here on two names count as alike; 1 is the same name. */
    private static final double ALIKE = 0.6;

    /** Names of this many letters of which only two differ are alike whatever they say; shorter ones may be different words. */
    private static final int MIN_SPELLED = 5;

    /** The score of a pair that only has the same fields; any other evidence weighs more. */
    private static final double BY_FIELDS = 0.4;

    private final List<String> allOurs;
    private final List<String> allTheirs;
    private final Set<String> gone;
    private final Set<String> added;
    private final Set<String> common = new HashSet<>();

    /** The names of both sides in their order, and those of each that the other lacks. */
    Renames(List<String> allOurs, List<String> allTheirs, Collection<String> gone, Collection<String> added) {
        this.allOurs = allOurs;
        this.allTheirs = allTheirs;
        this.gone = new LinkedHashSet<>(gone);
        this.added = new LinkedHashSet<>(added);
        allOurs.stream().filter(allTheirs::contains).forEach(name -> common.addAll(words(name)));
    }

    /** How much two types have in common. */
    enum Types {
        /** Different types. */
        DIFFERENT,
        /** The same type, which many fields have. */
        SAME,
        /** The same object with several fields, or a list of it: that is evidence by itself. */
        SAME_FIELDS
    }

    /**
     * One rename.
     *
     * @param ours the name in our spec
     * @param vendor the vendor's name
     * @param evidence what speaks for it
     * @param score how much does
     */
    record Pair(String ours, String vendor, String evidence, double score) {

        /** As it follows the name in a message. */
        String words() {
            return " is " + vendor + " (" + evidence + ")";
        }
    }

    /** The pairs, those with most evidence first; no name is in two. */
    List<Pair> find(BiFunction<String, String, Types> types) {
        List<Pair> candidates = new ArrayList<>();
        for (String ours : gone) {
            for (String theirs : added) {
                Pair pair = pair(ours, theirs, types);
                if (pair != null) {
                    candidates.add(pair);
                }
            }
        }
        return best(candidates.stream()
                .filter(pair -> pair.score() > BY_FIELDS || isAlone(pair, candidates))
                .toList());
    }

    private static boolean isAlone(Pair pair, List<Pair> all) {
        return all.stream()
                .noneMatch(other -> !other.equals(pair)
                        && (other.ours().equals(pair.ours()) || other.vendor().equals(pair.vendor())));
    }

    /** The pairs among values, which have no type and no order: by their names alone. */
    static List<Pair> ofValues(Collection<String> gone, Collection<String> added) {
        List<Pair> candidates = new ArrayList<>();
        for (String ours : gone) {
            for (String theirs : added) {
                double alike = likeness(plain(ours), plain(theirs));
                if (alike >= ALIKE) {
                    candidates.add(new Pair(ours, theirs, "similar name", alike));
                }
            }
        }
        return best(candidates);
    }

    private static List<Pair> best(List<Pair> candidates) {
        Set<String> taken = new HashSet<>();
        List<Pair> pairs = new ArrayList<>();
        candidates.stream()
                .sorted(Comparator.comparingDouble(Pair::score).reversed())
                .filter(pair -> !taken.contains("o" + pair.ours()) && !taken.contains("v" + pair.vendor()))
                .forEach(pair -> {
                    taken.add("o" + pair.ours());
                    taken.add("v" + pair.vendor());
                    pairs.add(pair);
                });
        return pairs;
    }

    private @Nullable Pair pair(String ours, String theirs, BiFunction<String, String, Types> types) {
        if (plain(ours).equals(plain(theirs))) {
            return new Pair(ours, theirs, "the same name, spelled another way", 3);
        }
        Types type = types.apply(ours, theirs);
        if (type == Types.DIFFERENT) {
            return null;
        }
        Gap gap = gap(allOurs, ours, allTheirs, gone);
        Gap other = gap(allTheirs, theirs, allOurs, added);
        boolean alone = gap.names().stream()
                                .filter(name -> types.apply(name, theirs) != Types.DIFFERENT)
                                .count()
                        == 1
                && other.names().stream()
                                .filter(name -> types.apply(ours, name) != Types.DIFFERENT)
                                .count()
                        == 1;
        double shared = sharedWords(ours, theirs);
        // At the end stands what is new, and a gap may hold several of one type: there the names have to say something,
        // too.
        boolean between = gap.sameBounds(other) && (gap.after() == null ? alone && shared > 0.5 : alone || shared > 0);
        double name = alike(ours, theirs);
        boolean similar = name >= ALIKE;
        double score = (similar ? name : 0) + (between ? 0.5 + shared / 10 : 0);
        if (score == 0 && type == Types.SAME) {
            return null;
        }
        String evidence = (type == Types.SAME_FIELDS ? "same fields" : "same type")
                + (similar ? ", similar name" : "")
                + (between ? ", same place " + gap.words() : "");
        return new Pair(ours, theirs, evidence, Math.max(score, BY_FIELDS));
    }

    /** The nearest names on both sides that the other document has too, and the candidates between them. */
    private record Gap(@Nullable String before, @Nullable String after, List<String> names) {

        boolean sameBounds(Gap other) {
            return Objects.equals(before, other.before) && Objects.equals(after, other.after);
        }

        String words() {
            if (after == null) {
                return "at the end";
            }
            return before == null ? "before " + after : "between " + before + " and " + after;
        }
    }

    private static Gap gap(List<String> all, String name, List<String> others, Set<String> candidates) {
        int at = all.indexOf(name);
        int before = at - 1;
        while (before >= 0 && !others.contains(all.get(before))) {
            before--;
        }
        int after = at + 1;
        while (after < all.size() && !others.contains(all.get(after))) {
            after++;
        }
        return new Gap(
                before < 0 ? null : all.get(before),
                after == all.size() ? null : all.get(after),
                all.subList(before + 1, after).stream()
                        .filter(candidates::contains)
                        .toList());
    }

    /** The share of the words of the longer name that the other one has, too. */
    private static double sharedWords(String ours, String theirs) {
        Set<String> shared = words(ours);
        Set<String> other = words(theirs);
        int most = Math.max(shared.size(), other.size());
        shared.retainAll(other);
        return most == 0 ? 0 : (double) shared.size() / most;
    }

    /** How alike two names are: nearly in full, or without the words that their neighbours have too. */
    private double alike(String ours, String theirs) {
        Set<String> own = words(ours);
        Set<String> other = words(theirs);
        int shorter = Math.min(plain(ours).length(), plain(theirs).length());
        if (shorter >= MIN_SPELLED && edits(plain(ours), plain(theirs)) <= 2) {
            return 0.95;
        }
        boolean contained = own.containsAll(other) || other.containsAll(own);
        if (contained && Math.min(own.size(), other.size()) >= 2) {
            return 0.9;
        }
        own.removeAll(common);
        other.removeAll(common);
        return own.isEmpty() || other.isEmpty() ? 0 : likeness(String.join("", own), String.join("", other));
    }

    /** 1 for equal texts, 0 for texts without a letter in common; a text and its abbreviation count as alike. */
    private static double likeness(String first, String second) {
        String shorter = first.length() <= second.length() ? first : second;
        String longer = first.length() <= second.length() ? second : first;
        double alike = 1 - (double) edits(first, second) / Math.max(1, longer.length());
        boolean abbreviation = shorter.length() >= 2
                && shorter.charAt(0) == longer.charAt(0)
                && longer.matches(shorter.chars()
                        .mapToObj(each -> "\\Q" + (char) each + "\\E")
                        .collect(Collectors.joining(".*", "", ".*")));
        return abbreviation ? Math.max(ALIKE, alike) : alike;
    }

    /** How many letters have to be changed, put in or taken away. */
    private static int edits(String first, String second) {
        int[] row = new int[second.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= first.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= second.length(); j++) {
                int replaced = diagonal + (first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[second.length()];
    }

    private static String plain(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    private static Set<String> words(String name) {
        String spaced = name.replaceAll("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})", " ");
        return Arrays.stream(spaced.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
