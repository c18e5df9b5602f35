package io.github.analytics4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.Doc;
import io.github.analytics4j.codegen.model.EnumModel;
import io.github.analytics4j.codegen.model.FieldModel;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.RecordModel;
import io.github.analytics4j.codegen.model.Result;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Walks the spec of each module beside its compiled classes: every parameter, field and value has its place, of the documented
 * type, and its Javadoc says what the spec says: meaning, unit, scale.
 */
class SpecWalkTest {

    private static final Path REPOSITORY = Path.of("../..");

    private static final Map<Scalar, String> BOXED = Map.ofEntries(
            Map.entry(Scalar.STRING, "java.lang.String"),
            Map.entry(Scalar.ID, "java.lang.String"),
            Map.entry(Scalar.LONG, "java.lang.Long"),
            Map.entry(Scalar.INT, "java.lang.Integer"),
            Map.entry(Scalar.DOUBLE, "java.lang.Double"),
            Map.entry(Scalar.MONEY, "java.math.BigDecimal"),
            Map.entry(Scalar.BOOLEAN, "java.lang.Boolean"),
            Map.entry(Scalar.DATE, "java.time.LocalDate"),
            Map.entry(Scalar.DATE_OR_TIME, "io.github.analytics4j.json.DateOrTime"),
            Map.entry(Scalar.ANY, "io.github.analytics4j.json.JsonValue"),
            Map.entry(Scalar.BUCKET, "io.github.analytics4j.json.HistogramBucket"),
            Map.entry(Scalar.PERIOD, "io.github.analytics4j.json.DatePeriod"),
            Map.entry(Scalar.WEEKDAY, "java.time.DayOfWeek"));

    private static final Map<TypeModel, String> PRIMITIVE =
            Map.of(Scalar.LONG, "long", Scalar.INT, "int", Scalar.DOUBLE, "double", Scalar.BOOLEAN, "boolean");

    @TestFactory
    Stream<DynamicTest> everyModule() throws IOException {
        return Modules.ALL.stream().flatMap(module -> {
            try {
                ApiModel model = new Modules(REPOSITORY).model(module);
                Walk walk = new Walk(model, new JavadocOf(REPOSITORY, module));
                return Stream.of(
                                model.records().stream().map(walk::record),
                                model.enums().stream().map(walk::openEnum),
                                model.operations().stream().map(walk::operation))
                        .flatMap(tests -> tests);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    private record Walk(ApiModel model, JavadocOf javadoc) {

        DynamicTest record(RecordModel each) {
            return DynamicTest.dynamicTest(model.name() + " record " + each.name(), () -> {
                Class<?> type = type(each.name());
                RecordComponent[] components = type.getRecordComponents();
                assertThat(components).hasSize(each.fields().size() + 1);
                assertThat(javadoc.type(type)).startsWith(each.doc().meaning());
                for (int i = 0; i < components.length - 1; i++) {
                    FieldModel field = each.fields().get(i);
                    component(components[i], field.javaName(), field.type(), field.presence());
                    says(javadoc.param(type, components[i].getName()), field.doc());
                }
                assertThat(components[components.length - 1].getType().getName())
                        .isEqualTo("io.github.analytics4j.json.UnexpectedContent");
            });
        }

        DynamicTest openEnum(EnumModel each) {
            return DynamicTest.dynamicTest(model.name() + " enum " + each.name(), () -> {
                Class<?> type = type(each.name());
                Method of = type.getMethod("of", String.class);
                Method known = type.getMethod("known");
                for (EnumModel.Value value : each.values()) {
                    Object constant = of.invoke(null, value.wire());
                    assertThat(constant).hasToString(value.wire());
                    String name = known.invoke(constant).toString();
                    assertThat(name).isNotEqualTo("UNRECOGNIZED");
                    assertThat(type.getField(name).get(null)).isSameAs(constant);
                    String doc = javadoc.before(type, Pattern.compile("public static final \\w+ " + name + " ="));
                    assertThat(doc).contains(value.wire(), value.doc().meaning());
                }
                Object other = of.invoke(null, "never seen before");
                assertThat(other).hasToString("never seen before");
                assertThat(known.invoke(other)).hasToString("UNRECOGNIZED");
                assertThat(javadoc.type(type)).startsWith(each.doc().meaning());
            });
        }

        DynamicTest operation(OperationModel each) {
            return DynamicTest.dynamicTest("operation " + each.id(), () -> {
                Class<?> request = type(each.request());
                RecordComponent[] components = request.getRecordComponents();
                assertThat(components).hasSize(each.parameters().size() + 1);
                for (int i = 0; i < components.length - 1; i++) {
                    ParameterModel parameter = each.parameters().get(i);
                    component(components[i], parameter.javaName(), parameter.type(), parameter.presence());
                    String said = javadoc.param(request, components[i].getName());
                    says(said, parameter.doc());
                    says(said, parameter);
                    assertThat(setters(request, components[i].getName())).isNotEmpty();
                }
                methods(each, request);
            });
        }

        private void methods(OperationModel each, Class<?> request) throws Exception {
            Class<?> api = type(
                    Character.toUpperCase(each.group().charAt(0)) + each.group().substring(1) + "Api");
            String answer = each.result() instanceof Result.Json json
                    ? boxed(json.type())
                    : "io.github.analytics4j.download.Download";
            String paged = "io.github.analytics4j.page.Paged<";
            String result = api.getMethod(each.method(), Consumer.class)
                    .getGenericReturnType()
                    .getTypeName();
            assertThat(each.paging() == null ? result : result.startsWith(paged))
                    .isEqualTo(each.paging() == null ? answer : true);
            String pascal =
                    Character.toUpperCase(each.once().charAt(0)) + each.once().substring(1);
            assertThat(api.getMethod("prepare" + pascal, Consumer.class).getGenericReturnType())
                    .hasToString("io.github.analytics4j.client.Invocation<" + answer + ">");
            if (each.result() instanceof Result.Json) {
                assertThat(api.getMethod(each.once() + "Async", Consumer.class).getGenericReturnType())
                        .hasToString("java.util.concurrent.CompletableFuture<" + answer + ">");
                assertThat(api.getMethod(each.once(), Consumer.class)
                                .getGenericReturnType()
                                .getTypeName())
                        .isEqualTo(answer);
            }
            String doc = javadoc.before(
                    api,
                    Pattern.compile(" " + each.method() + "\\(Consumer<" + request.getSimpleName()
                            + "\\.Builder> request\\) \\{"));
            assertThat(doc).contains(each.doc().meaning().split("\n")[0]).contains(each.vendorUrl());
        }

        private static List<Method> setters(Class<?> request, String name) {
            return Arrays.stream(request.getDeclaredClasses())
                    .filter(nested -> nested.getSimpleName().equals("Builder"))
                    .flatMap(builder -> Arrays.stream(builder.getMethods()))
                    .filter(method -> method.getName().equals(name) && method.getParameterCount() == 1)
                    .toList();
        }

        private void component(RecordComponent component, String name, TypeModel type, Presence presence) {
            boolean container = type instanceof TypeModel.ListOf || type instanceof TypeModel.MapOf;
            boolean nullable = presence == Presence.OPTIONAL && !container;
            assertThat(component.getName()).isEqualTo(name);
            assertThat(component.getGenericType().getTypeName())
                    .as(name)
                    .isEqualTo(nullable ? boxed(type) : PRIMITIVE.getOrDefault(type, boxed(type)));
            assertThat(component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .as(name + " is nullable")
                    .isEqualTo(nullable);
        }

        private String boxed(TypeModel type) {
            if (type instanceof TypeModel.ListOf list) {
                return "java.util.List<" + boxed(list.element()) + ">";
            } else if (type instanceof TypeModel.MapOf map) {
                return "java.util.Map<java.lang.String, " + boxed(map.value()) + ">";
            } else if (type instanceof TypeModel.RecordRef ref) {
                return model.packageName() + "." + ref.name();
            } else if (type instanceof TypeModel.EnumRef ref) {
                return model.packageName() + "." + ref.name();
            }
            return type instanceof Scalar scalar ? BOXED.get(scalar) : "java.time.Instant";
        }

        private Class<?> type(String name) throws ClassNotFoundException {
            return Class.forName(model.packageName() + "." + name);
        }

        private static void says(String javadoc, Doc doc) {
            assertThat(javadoc).startsWith(doc.meaning().replaceAll("\\s+", " "));
            if (doc.unit() != null) {
                assertThat(javadoc).contains("Unit: " + doc.unit());
            }
            if (doc.scale() != null) {
                assertThat(javadoc).contains("Scale: " + doc.scale());
            }
        }

        private static void says(String javadoc, ParameterModel parameter) {
            assertThat(javadoc.contains("Required.")).isEqualTo(parameter.presence() == Presence.ALWAYS);
            if (parameter.defaultText() != null) {
                assertThat(javadoc).contains("Default: " + parameter.defaultText());
            }
            if (parameter.bounds() != null && parameter.bounds().max() != null) {
                assertThat(javadoc).contains(parameter.bounds().max().toString());
            }
        }
    }
}
