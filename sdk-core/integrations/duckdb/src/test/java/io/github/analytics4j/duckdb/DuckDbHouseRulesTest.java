package io.github.analytics4j.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.rules.CatalogueModuleRules;
import org.junit.jupiter.api.Test;

/** What this module may know: the catalogue and the database, and no API; and what it shows. */
class DuckDbHouseRulesTest extends CatalogueModuleRules {
    DuckDbHouseRulesTest() {
        super("io.github.analytics4j.duckdb", "io.github.analytics4j.testkit..");
    }

    @Test
    void publicSignatures_showNoTypeOfTheDriver() {
        assertThat(methodsThatShow("org.duckdb")).isEmpty();
    }
}
