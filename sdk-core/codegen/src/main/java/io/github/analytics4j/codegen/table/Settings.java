package io.github.analytics4j.codegen.table;

import io.github.analytics4j.codegen.model.Problems;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the file's first table.
 *
 * @param module the last part of the package
 * @param vendorPage the link of operations that have none of their own
 */
record Settings(String module, String vendorPage) {

    private static final List<String> NAMES = List.of("Module", "Base URL", "Vendor page");
    private static final Pattern MODULE = Pattern.compile("[a-z][a-z0-9]*");

    /** The base URL of a file's sections, or null where there is none or it is no URL. */
    static @Nullable String baseUrl(List<Section> sections) {
        Facts.Fact url = sections.isEmpty()
                ? null
                : Facts.of(sections.get(0), "Setting", NAMES, Set.of(), new Problems())
                        .get("Base URL");
        return url == null || !url.plain().contains("://") ? null : url.plain();
    }

    /** Reads the title's section; what is missing is reported. */
    static Settings of(Section title, Problems problems) {
        Facts facts = Facts.of(title, "Setting", NAMES, Set.of(), problems);
        for (String name : NAMES) {
            if (facts.get(name) == null && !title.tables().isEmpty()) {
                problems.add(title.tables().get(0).at(), "setting '" + name + "' is missing");
            }
        }
        Facts.Fact module = facts.get("Module");
        if (module != null && !MODULE.matcher(module.plain()).matches()) {
            problems.add(module.at(), "module '" + module.plain() + "' is no part of a package's name");
        }
        Facts.Fact page = facts.get("Vendor page");
        return new Settings(module == null ? "" : module.plain(), page == null ? "" : page.plain());
    }
}
