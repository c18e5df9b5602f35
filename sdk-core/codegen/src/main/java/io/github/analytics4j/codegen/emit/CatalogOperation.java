package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.Check;
import io.github.analytics4j.codegen.model.JavaNames;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.Paging;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.Result;
import io.github.analytics4j.codegen.model.TableModel;
import io.github.analytics4j.codegen.model.Tables;
import io.github.analytics4j.codegen.model.TypeModel;
import io.github.analytics4j.codegen.model.TypeModel.Scalar;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statements that make one operation of the catalogue, a parameter each; the variable is {@code made}. */
final class CatalogOperation {

    private final ApiModel api;
    private final OperationModel model;
    private final ApiNames names;
    private final JavaTypes types;
    private final Map<String, CodeBlock> choices;
    private final CodeBlock.Builder code = CodeBlock.builder();

    CatalogOperation(ApiModel api, OperationModel model, ApiNames names, Map<String, CodeBlock> choices) {
        this.api = api;
        this.model = model;
        this.names = names;
        this.types = new JavaTypes(names);
        this.choices = choices;
    }

    CodeBlock code() {
        code.addStatement(
                "var made = $T.of($T.OPERATION, $T::builder, $T::build)",
                JavaTypes.catalog("ApiOperation"),
                names.operation(model),
                names.request(model),
                names.builder(model));
        code.addStatement(
                "made.doc($L, $L)",
                CatalogText.literal(CatalogText.paragraphs(model.doc())),
                CatalogEmitter.vendorPage(api, model));
        model.parameters().forEach(this::parameter);
        roles();
        model.checks().forEach(this::rule);
        calls();
        return code.build();
    }

    private void parameter(ParameterModel each) {
        String name = names.component(model, each);
        CodeBlock setter = CodeBlock.of("$T::$L", names.builder(model), name);
        TypeModel type = each.type();
        CodeBlock doc = CatalogText.measured(each.doc());
        CodeBlock.Builder line = CodeBlock.builder();
        if (type instanceof TypeModel.EnumRef ref) {
            line.add("made.choice($S, $L, $L, $L)", each.wireName(), setter, doc, choices.get(ref.name()));
        } else if (type instanceof TypeModel.ListOf list && list.element() instanceof TypeModel.EnumRef ref) {
            CodeBlock of = CodeBlock.of("$T::of", names.type(ref.name()));
            CodeBlock known = choices.get(ref.name());
            line.add("made.choices($S, $L, $L, $L, $L)", each.wireName(), of, setter, doc, known);
        } else {
            line.add("made$L$S, $L, $L)", method(type), each.wireName(), setter(type, setter, name), doc);
        }
        if (!name.equals(JavaNames.camel(each.wireName()))) {
            line.add(".named($S)", name);
        }
        if (each.presence() == Presence.ALWAYS) {
            line.add(".required()");
        }
        if (each.defaultText() != null) {
            line.add(".byDefault($S)", each.defaultText());
        }
        if (each.bounds() != null) {
            line.add(
                    ".bounds($L, $L)",
                    number(each.bounds().min()),
                    number(each.bounds().max()));
        }
        code.addStatement(line.build());
    }

    private static String number(@Nullable Long bound) {
        return bound == null ? "null" : bound + "L";
    }

    /** Types of which there is no text in a request are set as the text they hold. */
    private CodeBlock setter(TypeModel type, CodeBlock setter, String name) {
        if (type == Scalar.BUCKET || type == Scalar.PERIOD) {
            return CodeBlock.of("(builder, text) -> builder.$L(new $T(text))", name, types.boxed(type));
        } else if (type == Scalar.WEEKDAY) {
            return CodeBlock.of("(builder, day) -> builder.$L($T.of(day + 1))", name, types.boxed(type));
        } else if (type == Scalar.ANY) {
            return CodeBlock.of("(builder, text) -> builder.$L($T.parse(text))", name, types.boxed(type));
        }
        return setter;
    }

    private CodeBlock method(TypeModel type) {
        if (type instanceof TypeModel.ListOf list) {
            return list.element() == Scalar.ID
                    ? CodeBlock.of(".ids(")
                    : list.element() == Scalar.STRING
                            ? CodeBlock.of(".texts(")
                            : CodeBlock.of(
                                    ".<$T>many($T.$L, ",
                                    types.boxed(list.element()),
                                    JavaTypes.catalog("Parameter").nestedClass("Type"),
                                    kind(list.element()));
        }
        return CodeBlock.of("$L(", type instanceof Scalar scalar ? scalarMethod(scalar) : ".timestamp");
    }

    private static String scalarMethod(Scalar scalar) {
        return switch (scalar) {
            case STRING, BUCKET, PERIOD, ANY -> ".text";
            case ID -> ".id";
            case LONG -> ".integer";
            case INT, WEEKDAY -> ".small";
            case DOUBLE -> ".number";
            case MONEY -> ".decimal";
            case BOOLEAN -> ".bool";
            case DATE -> ".date";
            case DATE_OR_TIME -> ".dateOrTime";
        };
    }

    private static String kind(TypeModel type) {
        if (type instanceof Scalar scalar) {
            return switch (scalar) {
                case LONG, INT, WEEKDAY -> "INTEGER";
                case DOUBLE -> "NUMBER";
                case MONEY -> "DECIMAL";
                case BOOLEAN -> "BOOLEAN";
                case DATE -> "DATE";
                default -> "TEXT";
            };
        }
        return "TIMESTAMP";
    }

    private void roles() {
        Paging paging = model.paging();
        String from = null;
        String to = null;
        if (paging != null) {
            code.addStatement("made.paged($S, $L)", paging.limit(), quoted(paging.position()));
            from = paging.from();
            to = paging.to();
        } else {
            for (Check check : model.checks()) {
                if (check instanceof Check.Ordered ordered && isTime(ordered.first())) {
                    from = ordered.first();
                    to = ordered.second();
                }
            }
        }
        if (from != null || to != null) {
            code.addStatement("made.window($L, $L)", quoted(from), quoted(to));
        }
    }

    private static CodeBlock quoted(@Nullable String wireName) {
        return wireName == null ? CodeBlock.of("null") : CodeBlock.of("$S", wireName);
    }

    private boolean isTime(String wireName) {
        ParameterModel parameter = model.parameter(wireName);
        return parameter != null
                && (parameter.type() instanceof TypeModel.Time
                        || parameter.type() == Scalar.DATE
                        || parameter.type() == Scalar.DATE_OR_TIME);
    }

    private void rule(Check check) {
        if (check instanceof Check.Ordered ordered) {
            code.addStatement("made.ordered($S, $S)", name(ordered.first()), name(ordered.second()));
        } else if (check instanceof Check.MaxDays days) {
            String method = check.equals(model.walkedInParts()) ? "atMostDaysAtOnce" : "atMostDays";
            code.addStatement("made.$L($L, $S, $S)", method, days.days(), name(days.from()), name(days.to()));
        }
    }

    private String name(String wireName) {
        return TableModel.parameterName(model, wireName);
    }

    private void calls() {
        ClassName implementation = names.implementation(model.group());
        code.addStatement(
                "made.prepare((transport, request) -> new $T(transport).$L(request))",
                implementation,
                names.prepare(model));
        Paging paging = model.paging();
        if (paging != null) {
            code.addStatement(
                    "made.pages($T.$L, $L, $L, (transport, request) -> new $T(transport).$L(request))",
                    JavaTypes.catalog("Table").nestedClass("Paging"),
                    paging.style(),
                    paging.defaultLimit(),
                    paging.maxLimit(),
                    implementation,
                    names.method(model));
        } else if (model.result() instanceof Result.Link) {
            code.addStatement(
                    "made.file((transport, request) -> new $T(transport).$L(request))",
                    implementation,
                    names.method(model));
        } else if (Tables.isOrder(api, model)) {
            code.addStatement("made.order()");
        }
    }
}
