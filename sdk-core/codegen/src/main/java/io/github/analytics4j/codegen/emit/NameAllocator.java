package io.github.analytics4j.codegen.emit;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Makes the names of one scope legal and unique: a name that is taken gets underscores behind it. */
final class NameAllocator {

    private final Set<String> taken = new HashSet<>();
    private final boolean caseMatters;

    private NameAllocator(Set<String> reserved, boolean caseMatters) {
        this.caseMatters = caseMatters;
        reserved.forEach(name -> taken.add(key(name)));
    }

    /** For members and variables. */
    static NameAllocator of(Set<String> reserved) {
        return new NameAllocator(reserved, true);
    }

    /** For classes, whose files may not differ in case alone. */
    static NameAllocator ofClasses(Set<String> reserved) {
        return new NameAllocator(reserved, false);
    }

    /** A legal name that nothing else in the scope has, as near to the wish as can be. */
    String allocate(String wish) {
        String name = legal(wish);
        while (SourceVersion.isKeyword(name) || !taken.add(key(name))) {
            name += "_";
        }
        return name;
    }

    private static String legal(String wish) {
        StringBuilder name = new StringBuilder();
        for (int at = 0; at < wish.length(); at++) {
            char c = wish.charAt(at);
            boolean plain = c < 128 && Character.isLetterOrDigit(c);
            if (name.isEmpty() && !(plain && Character.isLetter(c))) {
                name.append('v');
            }
            name.append(plain || c == '_' ? c : '_');
        }
        return name.isEmpty() ? "v" : name.toString();
    }

    private String key(String name) {
        return caseMatters ? name : name.toLowerCase(Locale.ROOT);
    }
}
