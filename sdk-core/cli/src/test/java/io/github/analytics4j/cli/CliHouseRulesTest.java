package io.github.analytics4j.cli;

import io.github.analytics4j.rules.CatalogueModuleRules;

/** What the command may know: the catalogue, and no API. */
class CliHouseRulesTest extends CatalogueModuleRules {
    CliHouseRulesTest() {
        super("io.github.analytics4j.cli");
    }
}
