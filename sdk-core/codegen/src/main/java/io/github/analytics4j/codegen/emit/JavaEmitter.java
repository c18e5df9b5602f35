package io.github.analytics4j.codegen.emit;

import com.palantir.javapoet.TypeSpec;
import io.github.analytics4j.codegen.model.ApiModel;
import io.github.analytics4j.codegen.model.OperationModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns the model of an API into its Java files. The model must be without mistakes. */
public final class JavaEmitter {

    private JavaEmitter() {}

    /** The files by path below the source root, in a fixed order; the same model gives the same bytes. */
    public static SortedMap<String, String> emit(ApiModel api) {
        ApiNames names = new ApiNames(api);
        List<TypeSpec> types = new ArrayList<>();
        api.enums().forEach(each -> types.add(new EnumEmitter(each, names).emit()));
        api.records().forEach(each -> types.add(new RecordEmitter(each, names).emit()));
        SharedFilters shared = new SharedFilters(api, names);
        shared.emit().ifPresent(types::add);
        api.operations().forEach(each -> types.add(new RequestEmitter(each, shared, names).emit()));
        types.add(new OperationsEmitter(api, names).emit());
        PagingCode paging = new PagingCode(api, names);
        groups(api).forEach((group, operations) -> {
            types.add(new ApiEmitter(group, operations, paging, names).emit());
            types.add(new ImplementationEmitter(group, operations, paging, names).emit());
        });
        types.addAll(new CatalogEmitter(api, names).emit());
        SortedMap<String, String> files = new TreeMap<>();
        String folder = api.packageName().replace('.', '/') + "/";
        types.forEach(type -> files.put(folder + type.name() + ".java", SourceFile.text(api, type)));
        return files;
    }

    private static Map<String, List<OperationModel>> groups(ApiModel api) {
        Map<String, List<OperationModel>> groups = new LinkedHashMap<>();
        api.operations()
                .forEach(each -> groups.computeIfAbsent(each.group(), group -> new ArrayList<>())
                        .add(each));
        return groups;
    }
}
