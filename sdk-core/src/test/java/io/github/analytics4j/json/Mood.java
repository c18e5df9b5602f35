package io.github.analytics4j.json;

/** An open enum, as generated ones are. */
record Mood(String text) implements TextValue {
    static final TextType<Mood> TYPE = TextType.of("Mood", Mood::new);

    @Override
    public String toString() {
        return text;
    }
}
