package io.github.analytics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command says of itself, and that an API which comes onto the class path shows up everywhere. */
class HelpTest {

    private static String help(String words) {
        Shell.Result result = new Shell().run(words);
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err()).isEmpty();
        return result.out();
    }

    @Test
    void newApi_isInHelpTablesDescriptionsAndCompletion() {
        assertThat(help("--help")).contains("  shop                          A shop that no vendor has.");
        assertThat(help("shop --help")).contains("list ", "price-stats ", "SHOP_API_KEY");
        assertThat(help("shop items --help")).contains("Lists the items.");
        assertThat(help("tables")).contains("shop_items", "analytics4j shop items list");
        assertThat(help("describe shop_items"))
                .contains("temperature                   BIGINT. How warm it is. In degrees.");
        assertThat(help("completion bash")).contains("price-stats");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sql", "tables", "synthflow", "synthflow calls", "synthflow calls list", "synthflow calls sync"})
    void helpBeforeTheWords_isHelpBehindThem(String words) {
        assertThat(help("help " + words)).isEqualTo(help(words + " --help")).isNotEqualTo(help("--help"));
        assertThat(new Shell().run("help sqll").err()).contains("there is no API or command called \"sqll\"");
    }

    @Test
    void operation_tellsParametersAndTheirRules() {
        assertThat(help("synthflow analytics export --help").replaceAll("\\s+", " "))
                .contains(
                        "--from-date TIME",
                        "Unless told: seven days before now.",
                        "A day stands for its start in UTC.",
                        "One of inbound, outbound, widget.")
                .contains("- --from-date not after --to-date", "- at most 120 days from --from-date to --to-date")
                .contains("synthflow_export_call_status_stat_items")
                .contains("https://docs.synthflow.ai/");
    }

    @Test
    void parameterWithTheNameOfAnOption_hasAnotherName() {
        assertThat(help("shop items list --help")).contains("--param-format TEXT", "--format FORMAT");
        assertThat(help("voisnap reports create --help"))
                .contains("  --format VALUE")
                .doesNotContain("--param-format");
    }

    @Test
    void hostileDescription_isPlainText() {
        assertThat(help("shop items list --help")).contains("Whose items; costs 100 % of ${nothing}.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void version_isThatOfTheBuild(String option) {
        assertThat(help(option)).matches("analytics4j \\d+\\.\\d+\\.\\d+\\S* \\(Java \\d+\\)\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tables --help", "describe --help", "completion --help"})
    void command_hasHelp(String words) {
        assertThat(help(words)).contains("Usage: analytics4j " + words.replace(" --help", ""));
    }
}
