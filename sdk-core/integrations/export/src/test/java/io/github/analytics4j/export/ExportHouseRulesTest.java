package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.rules.CatalogueModuleRules;
import org.junit.jupiter.api.Test;

/** What this module may know: the catalogue and no API; and what it shows. */
class ExportHouseRulesTest extends CatalogueModuleRules {
    ExportHouseRulesTest() {
        super("io.github.analytics4j.export", "io.github.analytics4j.testkit..");
    }

    @Test
    void publicSignatures_showNoTypeOfALibrary() {
        assertThat(methodsThatShow("org.duckdb", "de.siegmar")).isEmpty();
    }
}
