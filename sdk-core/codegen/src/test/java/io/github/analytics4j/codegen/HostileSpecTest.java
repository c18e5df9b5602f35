package io.github.analytics4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.analytics4j.codegen.emit.JavaEmitter;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names and descriptions that try to break the Java made of them. The goldens are what they become; after a wanted change of the
 * generator, run this test with {@code -Dgoldens.rewrite=true} and read the difference.
 */
class HostileSpecTest {

    private static final Path HOSTILE = Path.of("src/test/resources/hostile");
    private static final String PACKAGE = "io.github.analytics4j.hostile.";

    @TempDir
    static Path classes;

    private static SortedMap<String, String> emitted;
    private static CompiledSources compiled;

    @BeforeAll
    static void compile() throws Exception {
        emitted = JavaEmitter.emit(Modules.read(HOSTILE));
        compiled = CompiledSources.compile(emitted, classes);
    }

    @AfterAll
    static void close() throws Exception {
        compiled.close();
    }

    @Test
    void emit_hostileSpec_isTheGolden() throws Exception {
        Path golden = HOSTILE.resolve("golden");
        if (Boolean.getBoolean("goldens.rewrite")) {
            for (Map.Entry<String, String> each : emitted.entrySet()) {
                Path file = golden.resolve(Path.of(each.getKey()).getFileName() + ".txt");
                Files.createDirectories(golden);
                Files.writeString(file, each.getValue());
            }
        }
        SortedMap<String, String> expected = new TreeMap<>();
        try (Stream<Path> files = Files.list(golden)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".txt", "");
                expected.put("io/github/analytics4j/hostile/" + name, Files.readString(file));
            }
        }
        assertThat(emitted.keySet()).isEqualTo(expected.keySet());
        emitted.forEach((path, text) -> assertThat(text).as(path).isEqualTo(expected.get(path)));
    }

    @Test
    void emit_twice_givesTheSameBytes() throws Exception {
        assertThat(JavaEmitter.emit(Modules.read(HOSTILE))).isEqualTo(emitted);
    }

    @Test
    void compile_everyWarningOn_isSilent() {
        assertThat(compiled.warnings()).isEmpty();
    }

    @Test
    void roundTrip_everyHostileField_survives() throws Exception {
        roundTrip("String_", """
                {"id":"1","class":2,"hashCode":"h","toString":null,"notify":0.5,"wait":"w","unexpected":"u","toJson":"t",
                 "builder":"b","in":"i","f":3,"out":"o","v":"v","FIELDS":["TYPE","never seen","*/"],"INSTANCE":[["x"],[]],
                 "a-b":"1","a_b":"2","":"3","*/":"4","a\\"b\\\\u002a\\n":"5","1st":"6","größe":"7","_":true,"more":{"deep":[1]}}""");
    }

    @Test
    void roundTrip_recursion_survives() throws Exception {
        roundTrip("Node", """
                {"parent":{"parent":{"children":[]}},"children":[{},{"byName":{"a":{}}}],"deep":{"x":[{"deep":{}},{}],"y":[]},
                 "codec":{},"inline":{"when":"2026-02-01T00:00:00Z","day":null,"mixed":[1],"either":"e","maybe":null,"any":{"b":[]},
                 "free":{"one":1,"two":"2"},"colour":"blue","money":847500.00,"bucket":"300+","period":"2026-03-22/2026-03-31",
                 "weekday":6,"stamps":[1732546200000,0]}}""");
    }

    @Test
    void roundTrip_emptyObject_keepsWhatItDoesNotKnow() throws Exception {
        roundTrip("Codec_", "{\"a\":1,\"b\":[{}]}");
        roundTrip("Codec_", "{}");
    }

    @Test
    void names_hostile_areLegalAndDifferent() throws Exception {
        assertThat(compiled.type(PACKAGE + "String_").getRecordComponents())
                .extracting(component -> component.getName())
                .containsExactly(
                        "id",
                        "class_",
                        "hashCode_",
                        "toString_",
                        "notify_",
                        "wait_",
                        "unexpected_",
                        "toJson_",
                        "builder",
                        "in",
                        "f",
                        "out",
                        "v",
                        "fIELDS",
                        "iNSTANCE",
                        "aB",
                        "aB_",
                        "v_",
                        "v__",
                        "aBU002a",
                        "v1st",
                        "gr__e",
                        "v___",
                        "unexpected");
    }

    @Test
    void constants_hostile_areLegalAndKeepTheirText() throws Exception {
        Class<?> kind = compiled.type(PACKAGE + "Kind");
        List<String> texts = Stream.of(kind.getFields())
                .filter(field -> field.getType() == kind)
                .map(field -> field.getName() + "=" + value(field))
                .toList();
        assertThat(texts)
                .containsExactly(
                        "VALUE_=",
                        "VALUE__=*/",
                        "TYPE_=TYPE",
                        "UNRECOGNIZED_=unrecognized",
                        "A_B=a-b",
                        "A_B_=a_b",
                        "CLASS=class",
                        "VALUE_0_30=0-30",
                        "QUOTE_U0022=quote\"\\u0022",
                        "GR_E=größe",
                        "OF=of");
    }

    private static Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static void roundTrip(String type, String json) throws Exception {
        JsonNode before = new ObjectMapper().readTree(json);
        JsonNode after = new ObjectMapper().readTree(compiled.roundTrip(PACKAGE + type, json));
        assertThat(after).isEqualTo(before);
    }
}
