package io.github.analytics4j.benchmarks;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A library that is measured: the reader's class, the dialect it understands, and where its class path comes from. */
@SuppressWarnings("ImmutableEnumChecker") // the list is made by List.of
enum Peer {
    SDK(
            "analytics4j",
            "SdkReader",
            "synthflow",
            null,
            "analytics4j-core",
            "analytics4j-synthflow",
            "moshi",
            "slf4j-api",
            "jspecify"),
    FLOOR("floor: OkHttp, bytes drained", "DrainReader", "synthflow", null),
    JACKSON("JDK HttpClient + Jackson records", "JacksonReader$Stream", "synthflow", "jackson"),
    JACKSON_BYTES("JDK HttpClient + Jackson on bytes", "JacksonReader$Bytes", "synthflow", "jackson"),
    MOSHI("OkHttp + Moshi by reflection", "MoshiReader$Reflective", "synthflow", null, "moshi"),
    MOSHI_ADAPTERS("OkHttp + Moshi adapters by hand", "MoshiReader$Adapters", "synthflow", null, "moshi"),
    STRIPE("stripe-java", "StripeReader", "stripe", "stripe"),
    SQUARE("Square's SDK", "SquareReader", "square", "square"),
    OPENAI("openai-java", "OpenAiReader", "openai", "openai");

    private static final List<String> OKHTTP = List.of("okhttp-jvm", "okio-jvm", "kotlin-stdlib", "annotations");

    private final String title;
    private final String reader;
    private final String dialect;
    private final @Nullable String pom;
    private final List<String> jars;

    Peer(String title, String reader, String dialect, @Nullable String pom, String... jars) {
        this.title = title;
        this.reader = reader;
        this.dialect = dialect;
        this.pom = pom;
        this.jars = List.of(jars);
    }

    String title() {
        return title;
    }

    String reader() {
        return "io.github.analytics4j.benchmarks.clients." + reader;
    }

    String dialect() {
        return dialect;
    }

    /** The pom whose class path this peer runs with, or null if its jars are among our own. */
    @Nullable
    String pom() {
        return pom;
    }

    /** The artifacts of our own class path that this peer runs with. */
    List<String> jars() {
        return Stream.concat(OKHTTP.stream(), jars.stream()).toList();
    }

    /** Whether it reads models of its own, so that its rows are other ones. */
    boolean isSdk() {
        return !dialect.equals(SDK.dialect);
    }

    static List<Peer> others() {
        return Stream.of(values()).filter(peer -> peer != SDK).toList();
    }
}
