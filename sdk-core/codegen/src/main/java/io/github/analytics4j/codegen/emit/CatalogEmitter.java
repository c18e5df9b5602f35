package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.EnumModel;
import io.github.analytics4j.codegen.model.JavaNames;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.TableModel;
import io.github.analytics4j.codegen.model.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The catalogue of an API: its operations, its tables, the known values of its enums; each made when it is first used. */
final class CatalogEmitter {

    private final ApiModel api;
    private final ApiNames names;
    private final Map<String, CodeBlock> choices = new HashMap<>();
    private final Map<String, String> methods = new HashMap<>();

    CatalogEmitter(ApiModel api, ApiNames names) {
        this.api = api;
        this.names = names;
        NameAllocator constants = NameAllocator.of(Set.of());
        api.enums()
                .forEach(each -> choices.put(
                        each.name(),
                        CodeBlock.of("$T.$L", names.choices(), constants.allocate(JavaNames.constant(each.name())))));
        NameAllocator taken =
                NameAllocator.of(Set.of("operations", "clone", "finalize", "notify", "notifyAll", "wait"));
        api.operations()
                .forEach(each -> methods.put(
                        each.id(),
                        taken.allocate(JavaNames.camel(each.group()) + JavaNames.pascal(names.method(each)))));
    }

    List<TypeSpec> emit() {
        List<TypeSpec> types = new ArrayList<>();
        types.add(contents());
        List<TableModel> tables = Tables.of(api);
        if (!tables.isEmpty()) {
            types.add(tables(tables));
        }
        if (!api.enums().isEmpty()) {
            types.add(choices());
        }
        return types;
    }

    private static TypeSpec.Builder holder(ClassName name, String doc) {
        return TypeSpec.classBuilder(name)
                .addModifiers(Modifier.FINAL)
                .addJavadoc("$L\n", doc)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
    }

    /** The vendor's page, as a constant if all operations have the same. */
    static CodeBlock vendorPage(ApiModel api, OperationModel model) {
        return isOnePage(api) ? CodeBlock.of("PAGE") : CodeBlock.of("$S", model.vendorUrl());
    }

    private static boolean isOnePage(ApiModel api) {
        long pages = api.operations().stream()
                .map(OperationModel::vendorUrl)
                .distinct()
                .count();
        return api.operations().size() > 1 && pages == 1;
    }

    private TypeSpec contents() {
        TypeSpec.Builder type = holder(names.contents(), "The operations for the catalogue.");
        if (isOnePage(api)) {
            type.addField(FieldSpec.builder(String.class, "PAGE", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer("$S", api.operations().get(0).vendorUrl())
                    .build());
        }
        ClassName operation = JavaTypes.catalog("ApiOperation");
        CodeBlock.Builder all = CodeBlock.builder().add("return $T.of(", List.class);
        for (int i = 0; i < api.operations().size(); i++) {
            all.add(
                    "$L$L()",
                    i == 0 ? "" : ", ",
                    methods.get(api.operations().get(i).id()));
        }
        type.addMethod(MethodSpec.methodBuilder("operations")
                .addModifiers(Modifier.STATIC)
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), operation))
                .addStatement(all.add(")").build())
                .build());
        List<String> withTables =
                Tables.of(api).stream().map(each -> each.operation().id()).toList();
        for (OperationModel each : api.operations()) {
            MethodSpec.Builder method = MethodSpec.methodBuilder(methods.get(each.id()))
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .returns(operation)
                    .addCode(new CatalogOperation(api, each, names, choices).code());
            if (withTables.contains(each.id())) {
                method.addStatement("made.tables($T::$L)", names.tables(), methods.get(each.id()));
            }
            type.addMethod(method.addStatement("return made.build()").build());
        }
        return type.build();
    }

    private TypeSpec tables(List<TableModel> tables) {
        TypeSpec.Builder type = holder(names.tables(), "The tables for the catalogue.");
        TypeName builder = ParameterizedTypeName.get(
                JavaTypes.catalog("Table").nestedClass("Builder"), WildcardTypeName.subtypeOf(Object.class));
        for (OperationModel operation : api.operations()) {
            List<TableModel> all = tables.stream()
                    .filter(each -> each.operation().equals(operation))
                    .toList();
            if (all.isEmpty()) {
                continue;
            }
            CodeBlock.Builder code = CodeBlock.builder();
            List<CodeBlock> variables = new ArrayList<>();
            for (TableModel each : all) {
                String variable = all.size() == 1 ? "t" : "t" + (variables.size() + 1);
                code.add(new CatalogTable(each, variable, names, choices).code());
                variables.add(CodeBlock.of("$L", variable));
            }
            type.addMethod(MethodSpec.methodBuilder(methods.get(operation.id()))
                    .addModifiers(Modifier.STATIC)
                    .returns(ParameterizedTypeName.get(ClassName.get(List.class), builder))
                    .addCode(code.build())
                    .addStatement("return $T.of($L)", List.class, CodeBlock.join(variables, ", "))
                    .build());
        }
        return type.build();
    }

    private TypeSpec choices() {
        TypeSpec.Builder type = holder(names.choices(), "The known values for the catalogue.");
        ClassName choice = JavaTypes.catalog("Parameter").nestedClass("Choice");
        for (EnumModel each : api.enums()) {
            boolean said = each.values().stream().anyMatch(CatalogText::saysMore);
            CodeBlock values = said
                    ? CodeBlock.join(
                            each.values().stream().map(CatalogText::choice).toList(), ", ")
                    : CodeBlock.of("$T.TYPE", names.type(each.name()));
            String name = Objects.requireNonNull(choices.get(each.name()), each.name())
                    .toString();
            type.addField(FieldSpec.builder(
                            ParameterizedTypeName.get(ClassName.get(List.class), choice),
                            name.substring(name.lastIndexOf('.') + 1),
                            Modifier.STATIC,
                            Modifier.FINAL)
                    .initializer("$T.of($L)", choice, values)
                    .build());
        }
        return type.build();
    }
}
