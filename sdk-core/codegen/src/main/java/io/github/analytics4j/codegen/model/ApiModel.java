package io.github.analytics4j.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One API.
 *
 * @param name as it starts class names: {@code Synthflow}
 * @param packageName of the generated classes
 * @param source the spec's path in the repository, for the header of generated files
 * @param operations its operations in the spec's order
 * @param records every record a type refers to
 * @param enums every enum a type refers to
 */
public record ApiModel(
        String name,
        String packageName,
        String source,
        List<OperationModel> operations,
        List<RecordModel> records,
        List<EnumModel> enums) {

    /** Copies the lists. */
    public ApiModel {
        operations = List.copyOf(operations);
        records = List.copyOf(records);
        enums = List.copyOf(enums);
    }

    /** The record of a name, or null. */
    public @Nullable RecordModel record(String recordName) {
        return records.stream()
                .filter(r -> r.name().equals(recordName))
                .findFirst()
                .orElse(null);
    }

    /** The enum of a name, or null. */
    public @Nullable EnumModel enumOf(String enumName) {
        return enums.stream().filter(e -> e.name().equals(enumName)).findFirst().orElse(null);
    }
}
