package io.github.analytics4j.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnumEmitterTest {

    @Test
    void emit_twoValues_isAnOpenSet() {
        assertThat(new TinyApi().openEnum("Mood", "very good", "bad").body("Mood"))
                .isEqualTo("""
                        /**
                         * A Mood.
                         *
                         * <p>The set is open: a text that is not among the constants is kept as it came.
                         */
                        public final class Mood extends OpenEnum<Mood.Known> {
                            /** {@code very good}. */
                            public static final Mood VERY_GOOD = new Mood("very good", Known.VERY_GOOD);
                            /** {@code bad}. */
                            public static final Mood BAD = new Mood("bad", Known.BAD);
                            static final TextValue.Type<Mood> TYPE =
                                    TextValue.Type.of("Mood", text -> new Mood(text, Known.UNRECOGNIZED), VERY_GOOD, BAD);

                            private Mood(String text, Known known) {
                                super(text, known);
                            }

                            /**
                             * {@return the value of a text on the wire; never fails}
                             *
                             * @param text compared letter by letter with those of the constants
                             */
                            public static Mood of(String text) {
                                return TYPE.parse(text);
                            }

                            /** The known values, named as the constants of {@link Mood}; {@code UNRECOGNIZED} is any other. */
                            public enum Known {
                                /** {@link Mood#VERY_GOOD}. */
                                VERY_GOOD,

                                /** {@link Mood#BAD}. */
                                BAD,

                                /** Any other text. */
                                UNRECOGNIZED
                            }
                        }
                        """);
    }

    @Test
    void emit_valuesThatCollide_areToldApart() {
        assertThat(new TinyApi()
                        .openEnum("Mood", "so-so", "so_so", "unrecognized", "7")
                        .body("Mood"))
                .contains(
                        "SO_SO = new Mood(\"so-so\", Known.SO_SO);",
                        "SO_SO_ = new Mood(\"so_so\", Known.SO_SO_);",
                        "UNRECOGNIZED_ = new Mood(\"unrecognized\", Known.UNRECOGNIZED_);",
                        "VALUE_7 = new Mood(\"7\", Known.VALUE_7);");
    }
}
