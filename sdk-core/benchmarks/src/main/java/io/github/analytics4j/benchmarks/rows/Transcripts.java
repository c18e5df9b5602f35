package io.github.analytics4j.benchmarks.rows;

/** Makes transcripts of calls: turns of a few sentences, up to a length. */
public final class Transcripts {
    private static final String[] PLAIN = {
        "Hello, this is the assistant of Example Homes. Is now a good time to talk?",
        "Yes, but I only have \"five minutes\" before my next meeting.",
        "Understood. Are you still looking for an apartment with two bedrooms?",
        "We are, somewhere below 350,000, and close to a school.",
        "I can offer a visit on Thursday at ten. Would that suit you?",
        "Thursday is fine. Please send me the address by text message.",
    };
    private static final String[] ACCENTED = {
        "Olá, fala a assistente da Example Imóveis. É boa altura para conversar?",
        "Sim, mas só tenho cinco minutos — a reunião começa às três.",
        "とてもいいですね。木曜日の十時に見学できますか？",
        "Perfeito 👍, até quinta-feira à tarde então.",
    };

    private Transcripts() {}

    /** A transcript of at least {@code length} characters, every second turn outside ASCII when asked. */
    public static String of(long index, int length, boolean accented) {
        StringBuilder text = new StringBuilder(length + 120);
        for (int turn = 0; text.length() < length; turn++) {
            text.append(turn % 2 == 0 ? "\nassistant: " : "\nhuman: ");
            String[] from = accented && turn % 2 == 1 ? ACCENTED : PLAIN;
            text.append(from[(int) ((index + turn) % from.length)]);
        }
        return text.toString();
    }
}
