package io.github.analytics4j.spark;

import io.github.analytics4j.rules.CatalogueModuleRules;

/** What this module may know: the catalogue and Spark, and no API. */
class SparkHouseRulesTest extends CatalogueModuleRules {
    SparkHouseRulesTest() {
        super("io.github.analytics4j.spark", "io.github.analytics4j.testkit..");
    }
}
