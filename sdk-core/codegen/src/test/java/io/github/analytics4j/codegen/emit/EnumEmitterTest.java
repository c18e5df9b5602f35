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
                        public final class Mood implements TextValue {
                            /** How texts become values of this type. */
                            public static final TextType<Mood> TYPE = TextType.of("Mood", Mood::of);

                            /** {@code very good}. */
                            public static final Mood VERY_GOOD = new Mood("very good", Known.VERY_GOOD);

                            /** {@code bad}. */
                            public static final Mood BAD = new Mood("bad", Known.BAD);

                            private final String text;

                            private final Known known;

                            private Mood(String text, Known known) {
                                this.text = text;
                                this.known = known;
                            }

                            /**
                             * The value of a text; never fails.
                             *
                             * @param text as on the wire
                             */
                            public static Mood of(String text) {
                                return switch (text) {
                                    case "very good" -> VERY_GOOD;
                                    case "bad" -> BAD;
                                    default -> new Mood(text, Known.UNRECOGNIZED);
                                };
                            }

                            /** Which of the known values this is, to switch on. */
                            public Known known() {
                                return known;
                            }

                            @Override
                            public String text() {
                                return text;
                            }

                            @Override
                            public boolean equals(@Nullable Object other) {
                                return other instanceof Mood that && text.equals(that.text);
                            }

                            @Override
                            public int hashCode() {
                                return text.hashCode();
                            }

                            @Override
                            public String toString() {
                                return text;
                            }

                            /** The values known when this SDK was made. */
                            public enum Known {
                                /** {@code very good}. */
                                VERY_GOOD,

                                /** {@code bad}. */
                                BAD,

                                /** Any other text, see {@link Mood#text}. */
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
