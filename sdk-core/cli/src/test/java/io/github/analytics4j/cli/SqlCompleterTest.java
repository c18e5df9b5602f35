package io.github.analytics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.catalog.ApiCatalog;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.EOFError;
import org.jline.reader.LineReader;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tab key offers at the prompt, and where a statement ends. */
class SqlCompleterTest {
    /** The completer asks nothing of the reader. */
    private static final LineReader READER = (LineReader) Proxy.newProxyInstance(
            LineReader.class.getClassLoader(), new Class<?>[] {LineReader.class}, (proxy, method, arguments) -> {
                throw new AssertionError(method);
            });

    private final SqlCompleter completer = new SqlCompleter(new SqlCatalog(
            ApiCatalog.all().stream().flatMap(api -> api.tables().stream()).toList(), List.of()));

    /** The candidates at the end of the line that go on with its last word, as the reader chooses them. */
    private List<String> at(String line) {
        var parsed = completer.parse(line, line.length(), ParseContext.COMPLETE);
        List<Candidate> candidates = new ArrayList<>();
        completer.complete(READER, parsed, candidates);
        return candidates.stream()
                .map(Candidate::value)
                .filter(value -> value.startsWith(parsed.word()))
                .toList();
    }

    @Test
    void tab_behindFrom_offersTables() {
        assertThat(at("select * from synthflow_ca"))
                .contains("synthflow_calls(")
                .allMatch(name -> name.endsWith("("));
        assertThat(at("select 1 from synthflow_calls(model_id := 'm') join callops_lat"))
                .contains("callops_latency_daily_trend(");
        assertThat(at("describe synthflow_ca")).contains("synthflow_calls");
    }

    @Test
    void tab_inACall_offersItsParametersAndTheirValues() {
        assertThat(at("select * from synthflow_calls(")).contains("model_id := ", "call_status := ");
        assertThat(at("select * from synthflow_calls(model_id := 'm', call_s")).containsExactly("call_status := ");
        assertThat(at("select * from synthflow_calls(model_id := 'm', call_status := "))
                .contains("'completed'");
        assertThat(at("select * from synthflow_calls(call_status := '")).contains("completed'");
    }

    @Test
    void tab_elsewhere_offersColumnsOfTheTablesNamed_andWords() {
        assertThat(at("select count(*) from synthflow_calls(model_id := 'm') where call_st"))
                .containsExactly("call_status");
        assertThat(at("sel")).containsExactly("select");
        assertThat(at(".desc")).containsExactly(".describe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"select 1", "select ';", "select 1 /* ;", "select $$;"})
    void enter_statementHasNotEnded_goesOnInTheNextLine(String line) {
        assertThatThrownBy(() -> completer.parse(line, line.length(), ParseContext.ACCEPT_LINE))
                .isInstanceOf(EOFError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"select 1;", "select ';' ;", ".tables", "quit", ""})
    void enter_statementHasEnded_isTaken(String line) {
        assertThat(completer
                        .parse(line, line.length(), ParseContext.ACCEPT_LINE)
                        .line())
                .isEqualTo(line);
    }
}
