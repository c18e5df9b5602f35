package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.FieldModel;
import io.github.analytics4j.codegen.model.JavaNames;
import io.github.analytics4j.codegen.model.OperationModel;
import io.github.analytics4j.codegen.model.ParameterModel;
import io.github.analytics4j.codegen.model.RecordModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The Java names of everything in an API, allocated once and in a fixed order. */
final class ApiNames {

    private final String packageName;
    private final NameAllocator classes = NameAllocator.ofClasses(Reserved.CLASSES);
    private final Map<String, ClassName> types = new HashMap<>();
    private final Map<String, ClassName> requests = new HashMap<>();
    private final Map<String, ClassName> apis = new HashMap<>();
    private final Map<String, ClassName> implementations = new HashMap<>();
    private final Map<String, Map<String, String>> members = new HashMap<>();
    private final ClassName operations;
    private final ClassName contents;
    private final ClassName tables;
    private final ClassName choices;
    private final ClassName filters;

    ApiNames(ApiModel api) {
        this.packageName = api.packageName();
        this.operations = allocate(api.name() + "Operations");
        this.contents = allocate(api.name() + "Contents");
        this.tables = allocate(api.name() + "Tables");
        this.choices = allocate(api.name() + "Choices");
        this.filters = allocate(api.name() + "Filters");
        for (OperationModel each : api.operations()) {
            apis.computeIfAbsent(each.group(), group -> allocate(JavaNames.pascal(group) + "Api"));
            implementations.computeIfAbsent(
                    each.group(), group -> allocate("Default" + JavaNames.pascal(group) + "Api"));
        }
        api.records().forEach(each -> types.put(each.name(), allocate(each.name())));
        api.enums().forEach(each -> types.put(each.name(), allocate(each.name())));
        api.operations().forEach(each -> requests.put(each.id(), allocate(each.request())));
        api.records().forEach(this::components);
        api.operations().forEach(this::parameters);
        methods(api);
    }

    private ClassName allocate(String wish) {
        return ClassName.get(packageName, classes.allocate(wish));
    }

    private void components(RecordModel owner) {
        NameAllocator names = NameAllocator.of(Reserved.RESPONSE);
        NameAllocator constants = NameAllocator.of(Reserved.CODEC);
        Map<String, String> byWireName = new HashMap<>();
        Map<String, String> indexes = new HashMap<>();
        for (FieldModel each : owner.fields()) {
            byWireName.put(each.wireName(), names.allocate(each.javaName()));
            indexes.put(each.wireName(), constants.allocate(JavaNames.constant(each.wireName())));
        }
        members.put("record " + owner.name(), byWireName);
        members.put("indexes " + owner.name(), indexes);
    }

    private void parameters(OperationModel owner) {
        NameAllocator names = NameAllocator.of(Reserved.REQUEST);
        Map<String, String> byWireName = new HashMap<>();
        for (ParameterModel each : owner.parameters()) {
            byWireName.put(each.wireName(), names.allocate(each.javaName()));
        }
        members.put("request " + owner.id(), byWireName);
    }

    private void methods(ApiModel api) {
        Map<String, NameAllocator> groups = new HashMap<>();
        Map<String, String> byId = new HashMap<>();
        NameAllocator holders = NameAllocator.of(Set.of(operations.simpleName()));
        for (OperationModel each : api.operations()) {
            NameAllocator names = groups.computeIfAbsent(each.group(), group -> NameAllocator.of(Reserved.API));
            byId.put(each.id(), names.allocate(each.method()));
            if (each.paging() != null) {
                byId.put("page " + each.id(), names.allocate(each.once()));
            }
            byId.put(
                    "operation " + each.id(),
                    holders.allocate(JavaNames.pascal(each.group()) + JavaNames.pascal(each.method())));
        }
        members.put("methods", byId);
    }

    private static String get(Map<String, String> names, String key) {
        String name = names.get(key);
        if (name == null) {
            throw new IllegalStateException("no name for " + key);
        }
        return name;
    }

    private static ClassName type(Map<String, ClassName> names, String key) {
        ClassName name = names.get(key);
        if (name == null) {
            throw new IllegalStateException("no type " + key);
        }
        return name;
    }

    private Map<String, String> scope(String name) {
        return members.getOrDefault(name, Map.of());
    }

    /** The class of a record or enum. */
    ClassName type(String name) {
        return type(types, name);
    }

    /** The codec of a record. */
    ClassName codec(String recordName) {
        return type(recordName).nestedClass("Codec");
    }

    ClassName request(OperationModel operation) {
        return type(requests, operation.id());
    }

    ClassName builder(OperationModel operation) {
        return request(operation).nestedClass("Builder");
    }

    /** The interface of a group of operations. */
    ClassName api(String group) {
        return type(apis, group);
    }

    ClassName implementation(String group) {
        return type(implementations, group);
    }

    ClassName operations() {
        return operations;
    }

    /** The operations as the catalogue has them. */
    ClassName contents() {
        return contents;
    }

    /** The tables as the catalogue has them. */
    ClassName tables() {
        return tables;
    }

    /** The parameters that several requests begin with. */
    ClassName filters() {
        return filters;
    }

    /** The known values of the enums. */
    ClassName choices() {
        return choices;
    }

    /** The nested class of {@link #operations()} that holds an operation. */
    ClassName operation(OperationModel operation) {
        return operations.nestedClass(get(scope("methods"), "operation " + operation.id()));
    }

    /** The method of an operation in its interface. */
    String method(OperationModel operation) {
        return get(scope("methods"), operation.id());
    }

    /** The method that sends one request: of an operation that pages, the one that says that it reads one page. */
    String once(OperationModel operation) {
        return operation.paging() == null ? method(operation) : get(scope("methods"), "page " + operation.id());
    }

    /** The method that sends one request without blocking. */
    String async(OperationModel operation) {
        return once(operation) + "Async";
    }

    /** The method that makes one request without sending it. */
    String prepare(OperationModel operation) {
        return "prepare" + JavaNames.pascal(once(operation));
    }

    /** The constant in a record's codec that is the index of a field. */
    String index(RecordModel owner, FieldModel field) {
        return get(scope("indexes " + owner.name()), field.wireName());
    }

    /** As {@link #index}, as code outside of the codec has it. */
    CodeBlock indexOutside(RecordModel owner, FieldModel field) {
        return CodeBlock.of("$T.$L", codec(owner.name()), index(owner, field));
    }

    String component(RecordModel owner, FieldModel field) {
        return get(scope("record " + owner.name()), field.wireName());
    }

    String component(OperationModel owner, ParameterModel parameter) {
        return get(scope("request " + owner.id()), parameter.wireName());
    }

    /** The components of a request by wire name, for rules between them. */
    String component(OperationModel owner, String wireName) {
        return get(scope("request " + owner.id()), wireName);
    }
}
