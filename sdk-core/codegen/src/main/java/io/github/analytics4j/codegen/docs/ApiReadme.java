package io.github.analytics4j.codegen.docs;

import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.Check;
import io.github.analytics4j.codegen.model.Doc;
import io.github.analytics4j.codegen.model.EnumModel;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.Paging;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.Presence;
import io.github.analytics4j.codegen.model.Result;
import io.github.analytics4j.codegen.model.TableModel;
import io.github.analytics4j.codegen.model.Tables;
import io.github.analytics4j.codegen.model.TypeModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The README of an API module: settings, operations with their parameters, tables with their columns, oddities. */
public final class ApiReadme {

    private final ApiModel api;
    private final String name;
    private final SpecProse prose;
    private final List<TableModel> tables;
    private final Markdown out = new Markdown();

    private ApiReadme(ApiModel api, SpecProse prose) {
        this.api = api;
        this.name = api.packageName().substring(api.packageName().lastIndexOf('.') + 1);
        this.prose = prose;
        this.tables = Tables.of(api);
    }

    /** The text of the page; the same model and files give the same bytes. */
    public static String text(ApiModel api, Path specDirectory) throws IOException {
        return new ApiReadme(api, SpecProse.read(specDirectory)).text();
    }

    private String text() {
        out.line("<!-- Generated from " + api.source() + ". Not to be edited: change the spec and regenerate. -->");
        out.heading(1, "analytics4j-" + name);
        prose.about().forEach(out::paragraph);
        out.paragraph("`" + api.name() + "Client` is the typed client; `" + api.name()
                + "Catalog` is the same as data, for programs that know no API by name. The module is `"
                + api.packageName() + "`.");
        example();
        settings();
        operations();
        refusals();
        tables();
        oddities();
        return out.toString();
    }

    private void example() {
        if (!prose.example().isEmpty()) {
            out.heading(2, "Example");
            out.line("```java");
            out.line(prose.example());
            out.paragraph("```");
        }
    }

    private void settings() {
        out.heading(2, "Settings");
        out.paragraph(
                "For `" + api.name() + "Catalog.open`, from a file with the names, or from the environment; the first"
                        + " place that has a setting counts, and an explicit one comes first.");
        out.table(
                List.of("Setting", "Environment", "Required", "Values", "Meaning"),
                prose.settings().stream()
                        .map(each -> List.of(
                                Markdown.code(name + "." + each.get(0)),
                                Markdown.code(each.get(1)),
                                each.get(2),
                                Markdown.text(each.get(3)),
                                Markdown.text(each.get(4))))
                        .toList());
    }

    private void operations() {
        out.heading(2, "Operations");
        out.table(
                List.of("Operation", "Request", "Gives"),
                api.operations().stream()
                        .map(each -> List.of(
                                Markdown.link(each.id()),
                                Markdown.code(each.httpMethod() + " " + each.path()),
                                gives(each)))
                        .toList());
        api.operations().forEach(this::operation);
    }

    private void operation(OperationModel operation) {
        out.heading(3, operation.id());
        for (String paragraph : operation.doc().meaning().strip().split("\\n\\s*\\n")) {
            out.paragraph(Markdown.text(paragraph));
        }
        out.paragraph(Markdown.code(operation.httpMethod() + " " + operation.path()) + ", see [the vendor's page]("
                + Markdown.url(operation.vendorUrl()) + "). It gives " + gives(operation) + ". "
                + (operation.repeatable()
                        ? "It may be sent again after a failure."
                        : "It is sent once: a second request would do the work twice.")
                + " It shares a rate limit with the operations of " + Markdown.code(operation.rateLimitGroup()) + ".");
        operation.checks().forEach(check -> out.item(rule(operation, check)));
        out.end();
        if (!operation.parameters().isEmpty()) {
            List<String> names = TableModel.parameterNames(operation);
            List<ParameterModel> all = operation.parameters();
            out.table(
                    List.of("Parameter", "Type", "Required", "Default", "Bounds", "Meaning"),
                    IntStream.range(0, all.size())
                            .mapToObj(i -> parameter(names.get(i), all.get(i)))
                            .toList());
        }
        List<String> own = tables.stream()
                .filter(each -> each.operation().equals(operation))
                .map(each -> Markdown.link(each.name()))
                .toList();
        if (!own.isEmpty()) {
            out.paragraph("Tables: " + String.join(", ", own) + ".");
        }
    }

    private String gives(OperationModel operation) {
        Paging paging = operation.paging();
        if (paging != null) {
            return "rows, page by page: " + paging.defaultLimit() + " on a page unless asked otherwise, at most "
                    + paging.maxLimit();
        } else if (operation.result() instanceof Result.Link) {
            return "a file";
        } else if (Tables.isOrder(api, operation)) {
            return "an order of a file that is made meanwhile";
        }
        return ((Result.Json) operation.result()).type() instanceof TypeModel.ListOf ? "a list" : "an object";
    }

    private static String rule(OperationModel operation, Check check) {
        if (check instanceof Check.Ordered ordered) {
            return Markdown.code(TableModel.parameterName(operation, ordered.first())) + " not after "
                    + Markdown.code(TableModel.parameterName(operation, ordered.second()));
        }
        Check.MaxDays days = (Check.MaxDays) check;
        return "at most " + days.days() + " days from "
                + Markdown.code(TableModel.parameterName(operation, days.from()))
                + " to " + Markdown.code(TableModel.parameterName(operation, days.to()))
                + (check.equals(operation.walkedInParts()) ? " in one request; a walk over more is made of parts" : "");
    }

    private List<String> parameter(String shown, ParameterModel each) {
        return List.of(
                Markdown.code(shown),
                type(each.type()),
                each.presence() == Presence.ALWAYS ? "yes" : "no",
                Markdown.text(Objects.requireNonNullElse(each.defaultText(), "—")),
                each.bounds() == null ? "—" : bounds(each.bounds()),
                meaning(each.doc(), each.type()));
    }

    private static String bounds(ParameterModel.Bounds bounds) {
        return (bounds.min() == null ? "" : bounds.min()) + ".." + (bounds.max() == null ? "" : bounds.max());
    }

    private static String type(TypeModel type) {
        if (type instanceof TypeModel.ListOf list) {
            return "list of " + type(list.element());
        } else if (type instanceof TypeModel.EnumRef) {
            return "choice";
        }
        return type instanceof TypeModel.Scalar scalar ? scalar(scalar) : "timestamp";
    }

    private static String scalar(TypeModel.Scalar scalar) {
        return switch (scalar) {
            case STRING, BUCKET, PERIOD, ANY -> "text";
            case ID -> "id";
            case LONG, INT, WEEKDAY -> "integer";
            case DOUBLE -> "number";
            case MONEY -> "decimal";
            default -> scalar.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private String meaning(Doc doc, TypeModel type) {
        StringBuilder text = new StringBuilder(Markdown.text(doc.meaning()));
        String unit = Objects.requireNonNullElse(doc.unit(), "");
        if (!unit.isBlank()) {
            text.append(" Unit: ").append(Markdown.text(unit)).append('.');
        }
        if (doc.scale() != null && !doc.scale().isBlank()) {
            text.append(" Scale: ").append(Markdown.text(doc.scale())).append('.');
        }
        return text.append(known(type instanceof TypeModel.ListOf list ? list.element() : type))
                .toString();
    }

    private String known(TypeModel type) {
        EnumModel values = type instanceof TypeModel.EnumRef ref ? api.enumOf(ref.name()) : null;
        return values == null
                ? ""
                : " Known: "
                        + values.values().stream()
                                .map(each -> Markdown.code(each.wire()))
                                .collect(Collectors.joining(", "))
                        + ".";
    }

    private void tables() {
        if (tables.isEmpty()) {
            return;
        }
        out.heading(2, "Tables");
        out.paragraph(
                "Every list of rows that an operation can give. The last column of each, `unexpected` (`JSON`), has what"
                        + " arrived in a row that the vendor does not document, by its path; so has every value that came as something"
                        + " else than documented, whose own column is then null.");
        for (TableModel table : tables) {
            out.heading(3, table.name());
            out.paragraph(Markdown.text(table.doc()));
            out.paragraph("From " + Markdown.link(table.operation().id()) + ends(table));
            out.table(List.of("Column", "Type", "May be null", "Unit", "Scale", "Meaning"), columns(table));
        }
    }

    private static String ends(TableModel table) {
        Paging paging = table.operation().paging();
        if (paging == null || table.source() != TableModel.Source.PAGES) {
            return ", with one response.";
        }
        return ", page by page; " + Markdown.code(TableModel.snake(paging.id())) + " tells a row from all others"
                + (paging.time() == null
                        ? "."
                        : ", " + Markdown.code(TableModel.snake(paging.time())) + " is its time.");
    }

    private List<List<String>> columns(TableModel table) {
        TypeModel value = table.value();
        if (value != null) {
            Doc doc = table.steps().get(table.steps().size() - 1).field().doc();
            return List.of(
                    List.of(Markdown.code("key"), Markdown.code("TEXT"), "no", "—", "—", "What the value is of."),
                    column("value", value, false, doc));
        }
        return table.shown().stream()
                .map(each -> column(
                        each.name(),
                        each.column().field().type(),
                        !each.column().always(),
                        each.column().field().doc()))
                .toList();
    }

    private List<String> column(String shown, TypeModel type, boolean nullable, Doc doc) {
        return List.of(
                Markdown.code(shown),
                Markdown.code(Tables.columnType(type)),
                nullable ? "yes" : "no",
                Markdown.text(Objects.requireNonNullElse(doc.unit(), "—")),
                Markdown.text(Objects.requireNonNullElse(doc.scale(), "—")),
                Markdown.text(doc.meaning()) + known(type instanceof TypeModel.ListOf list ? list.element() : type));
    }

    private void refusals() {
        if (!prose.refusals().isEmpty()) {
            out.heading(2, SpecProse.REFUSALS);
            out.paragraph(prose.refusals());
        }
    }

    private void oddities() {
        if (!prose.oddities().isEmpty()) {
            out.heading(2, "Oddities");
            out.paragraph("What the vendor's pages get wrong or leave out, and what this module does about it.");
            prose.oddities()
                    .forEach(each -> out.item(Markdown.code(each.where()) + ": " + Markdown.text(each.reason())));
            out.end();
        }
    }
}
