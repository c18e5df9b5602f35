package io.github.analytics4j.json;

/** An open enum, as generated ones are. */
record Mood(String text) implements TextValue {
    static final TextValue.Type<Mood> TYPE = TextValue.Type.of("Mood", Mood::new);

    @Override
    public String toString() {
        return text;
    }
}
