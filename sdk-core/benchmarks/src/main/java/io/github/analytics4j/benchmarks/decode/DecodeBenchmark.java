package io.github.analytics4j.benchmarks.decode;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.analytics4j.json.JsonCodec;
import io.github.analytics4j.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okio.Buffer;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One document, decoded over and over by each of three. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@NullUnmarked // JMH fills the fields in
public class DecodeBenchmark {
    @Param
    Document document;

    private byte[] json;
    private JsonCodec<?> codec;
    private ObjectReader jackson;
    private JsonAdapter<?> moshi;

    /** Builds all three decoders. */
    @Setup
    public void setUp() throws ReflectiveOperationException {
        json = document.bytes();
        codec = document.codec();
        JsonMapper mapper = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        jackson = mapper.readerFor(mapper.constructType(document.jackson()));
        moshi = new Moshi.Builder().build().adapter(document.moshi());
    }

    /** As the transport decodes: from a stream. */
    @Benchmark
    public Object analytics4j() throws IOException {
        try (JsonReader in = JsonReader.of(new ByteArrayInputStream(json))) {
            return in.readDocument(codec);
        }
    }

    /** From the bytes, which suits Jackson best. */
    @Benchmark
    public Object jackson() throws IOException {
        return jackson.readValue(json);
    }

    /** From the buffer that OkHttp would have filled. */
    @Benchmark
    public Object moshi() throws IOException {
        return moshi.fromJson(new Buffer().write(json));
    }
}
