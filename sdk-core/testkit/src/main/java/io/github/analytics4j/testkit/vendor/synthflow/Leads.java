package io.github.analytics4j.testkit.vendor.synthflow;

import io.github.analytics4j.testkit.data.Noise;
import java.nio.charset.StandardCharsets;

/** The people that an account's agents call: a number belongs to one person, whichever agent calls it. */
final class Leads {
    static final int COUNT = 5_000;
    static final String PREFIX = "+1415";
    static final int FIRST = 5_550_000;
    private static final String[] GIVEN = {
        "Ana", "John", "Priya", "Li", "Omar", "Zoë", "Grace", "Mateo", "Aisha", "Liam", "Noah", "Chloé", "Ivan", "Yuki",
        "Fatima", "Peter", "Ingrid", "Samuel", "Elena", "Jamal", "Hannah", "Ravi", "Sofia", "Tom"
    };
    private static final String[] FAMILY = {
        "Silva", "Smith", "Patel", "Wei", "Haddad", "Müller", "Okafor", "García", "Khan", "O'Brien", "Johnson",
        "Dubois", "Petrov", "Tanaka", "Rossi", "Novak", "Larsen", "Cohen", "Popescu", "Brown", "Fischer", "Iyer",
        "Costa", "Walker"
    };
    // A name that is not ASCII belongs to the one who is called most, so that every page of calls has it.
    private static final int BEST_KNOWN = 5 * FAMILY.length + 5;
    private static final byte[][] NAMES = names();

    private Leads() {}

    /** The name as JSON. */
    static byte[] name(long seed, int lead) {
        return NAMES[lead == 0 ? BEST_KNOWN : Noise.below(Noise.mix(seed, lead), NAMES.length)];
    }

    private static byte[][] names() {
        byte[][] names = new byte[GIVEN.length * FAMILY.length][];
        for (int i = 0; i < names.length; i++) {
            String name = GIVEN[i / FAMILY.length] + " " + FAMILY[i % FAMILY.length];
            names[i] = ('"' + name + '"').getBytes(StandardCharsets.UTF_8);
        }
        return names;
    }
}
