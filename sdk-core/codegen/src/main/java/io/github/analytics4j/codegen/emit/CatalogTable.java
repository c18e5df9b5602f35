package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.github.analytics4j.codegen.model.Paging;
import io.github.analytics4j.codegen.model.RecordModel;
import io.github.analytics4j.codegen.model.TableModel;
import io.github.analytics4j.codegen.model.TableModel.Column;
import io.github.analytics4j.codegen.model.TableModel.Step;
import io.github.analytics4j.codegen.model.Tables;
import io.github.analytics4j.codegen.model.TypeModel;
import java.util.List;
import java.util.Map;

/** The statements that make one table of the catalogue, a column each; variables begin with the name given. */
final class CatalogTable {

    private final TableModel table;
    private final String variable;
    private final ApiNames names;
    private final Map<String, CodeBlock> choices;
    private final CodeBlock.Builder code = CodeBlock.builder();
    private int parts;

    CatalogTable(TableModel table, String variable, ApiNames names, Map<String, CodeBlock> choices) {
        this.table = table;
        this.variable = variable;
        this.names = names;
        this.choices = choices;
    }

    CodeBlock code() {
        code.addStatement(
                "var $L = $T.of($S, $L, $L)",
                variable,
                JavaTypes.catalog("Table"),
                table.name(),
                CatalogText.literal(CatalogText.line(table.doc())),
                rows());
        if (!table.parent().isEmpty()) {
            RecordModel around = table.steps().get(table.steps().size() - 1).owner();
            String parent = variable + "Parent";
            code.addStatement(
                    "var $L = $L.<$T>parent($S)", parent, variable, names.type(around.name()), table.parentPath());
            columns(parent, table.parent());
        }
        TypeModel value = table.value();
        if (value == null) {
            columns(variable, table.columns());
            ends();
        } else {
            ClassName entry = ClassName.get(Map.Entry.class);
            code.addStatement("$L.text($S, $T::getKey, $S)", variable, "key", entry, "What the value is of.");
            Step last = table.steps().get(table.steps().size() - 1);
            leaf(
                    variable,
                    "value",
                    value,
                    CodeBlock.of("$T::getValue", entry),
                    CatalogText.measured(last.field().doc()));
            code.addStatement("$L.always()", variable);
        }
        return code.build();
    }

    private CodeBlock rows() {
        ClassName rows = JavaTypes.catalog("RowFinder");
        String source = switch (table.source()) {
            case PAGES -> "pages";
            case ELEMENTS -> "elements";
            case RESPONSE -> "response";
        };
        RecordModel first = table.steps().isEmpty()
                ? table.columns().get(0).owner()
                : table.steps().get(0).owner();
        CodeBlock.Builder way = CodeBlock.builder().add("$T.<$T>$L()", rows, names.type(first.name()), source);
        for (Step step : table.steps()) {
            if (step.field().type() instanceof TypeModel.RecordRef) {
                way.add(".at($L)", getter(step));
            } else {
                String call = step.field().type() instanceof TypeModel.MapOf ? "map" : "list";
                way.add(".$L($L, $L)", call, names.indexOutside(step.owner(), step.field()), getter(step));
            }
        }
        return way.build();
    }

    private CodeBlock getter(Step step) {
        return CodeBlock.of("$T::$L", names.type(step.owner().name()), names.component(step.owner(), step.field()));
    }

    private void columns(String owner, List<Column> columns) {
        for (Column each : columns) {
            CodeBlock getter = getter(new Step(each.owner(), each.field()));
            String path = each.field().wireName();
            if (each.inside().isEmpty()) {
                leaf(
                        owner,
                        path,
                        each.field().type(),
                        getter,
                        CatalogText.measured(each.field().doc()));
            } else {
                String part = variable + "Part" + ++parts;
                code.addStatement("var $L = $L.at($S, $L)", part, owner, path, getter);
                columns(part, each.inside());
            }
        }
        always(owner, columns);
    }

    private void always(String owner, List<Column> columns) {
        List<Column> leaves =
                columns.stream().filter(each -> each.inside().isEmpty()).toList();
        List<CodeBlock> always = leaves.stream()
                .filter(Column::always)
                .map(each -> CodeBlock.of("$S", each.field().wireName()))
                .toList();
        if (!always.isEmpty()) {
            boolean all = always.size() == leaves.size();
            code.addStatement("$L.always($L)", owner, all ? CodeBlock.of("") : CodeBlock.join(always, ", "));
        }
    }

    private void leaf(String owner, String path, TypeModel type, CodeBlock getter, CodeBlock doc) {
        ClassName kind = JavaTypes.catalog("Column").nestedClass("Type").nestedClass("Kind");
        if (type instanceof TypeModel.EnumRef ref) {
            code.addStatement("$L.choice($S, $L, $L, $L)", owner, path, getter, doc, choices.get(ref.name()));
        } else if (type instanceof TypeModel.ListOf list && Tables.isScalar(list.element())) {
            code.addStatement(
                    "$L.list($T.$L, $S, $L, $L)", owner, kind, Tables.columnKind(list.element()), path, getter, doc);
        } else if (type instanceof TypeModel.MapOf map && Tables.isScalar(map.value())) {
            code.addStatement(
                    "$L.map($T.$L, $S, $L, $L)", owner, kind, Tables.columnKind(map.value()), path, getter, doc);
        } else {
            code.addStatement("$L.$L($S, $L, $L)", owner, method(type), path, getter, doc);
        }
    }

    private static String method(TypeModel type) {
        return switch (Tables.columnKind(type)) {
            case "TEXT" -> "text";
            case "BIGINT" -> "bigint";
            case "DOUBLE" -> "number";
            case "DECIMAL" -> "decimal";
            case "BOOLEAN" -> "bool";
            case "DATE" -> "date";
            case "TIMESTAMP" -> "timestamp";
            default -> "json";
        };
    }

    private void ends() {
        Paging paging = table.operation().paging();
        if (table.source() == TableModel.Source.PAGES && paging != null) {
            code.addStatement("$L.id($S)", variable, paging.id());
            if (paging.time() != null) {
                code.addStatement("$L.time($S)", variable, paging.time());
            }
        }
    }
}
