package io.github.analytics4j.duckdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.SandboxMain;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The questions of BLEND.md have the results that stand there; {@code -Dblend.rewrite=true} writes them anew. */
class BlendQueriesTest {
    private static final Path PAGE = Path.of("BLEND.md");
    private static final Pattern QUESTION =
            Pattern.compile("(?ms)^```sql\n(?<query>.*?)^```\n\n```text\n(?<result>.*?)^```$");

    @Test
    void questions_haveTheResultsOfThePage() throws Exception {
        String page = Files.readString(PAGE);
        Matcher questions = QUESTION.matcher(page);
        StringBuilder now = new StringBuilder();
        int number = 0;
        try (Sandbox sandbox = sandbox(page);
                Connection db = Analytics.builder()
                        .settings(ClientSettings.environment(sandbox.environment()))
                        .connect()) {
            while (questions.find()) {
                number++;
                String query = questions.group("query");
                String block = "```sql\n" + query + "```\n\n```text\n" + result(db, query) + "```";
                questions.appendReplacement(now, Matcher.quoteReplacement(block));
            }
        }
        questions.appendTail(now);
        if (Boolean.getBoolean("blend.rewrite")) {
            Files.writeString(PAGE, now);
        }
        assertThat(number).as("questions on the page").isEqualTo(12);
        assertThat(page).isEqualTo(now.toString());
    }

    /** The one that the page's command serves. */
    private static Sandbox sandbox(String page) {
        Matcher command =
                Pattern.compile("(?m)^analytics4j sandbox (.*) > sandbox.env$").matcher(page);
        assertThat(command.find()).isTrue();
        return SandboxMain.start(
                List.of(command.group(1).split(" ")), new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
    }

    private static String result(Connection db, String query) throws SQLException {
        try (Statement statement = db.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            List<String[]> lines = new ArrayList<>();
            lines.add(line(columns, i -> rows.getMetaData().getColumnLabel(i)));
            while (rows.next()) {
                lines.add(line(columns, rows::getString));
            }
            assertThat(lines).as(query).hasSizeBetween(2, 20);
            return text(lines, columns);
        }
    }

    private static String[] line(int columns, Cell cell) throws SQLException {
        String[] line = new String[columns];
        for (int i = 0; i < columns; i++) {
            String text = cell.at(i + 1);
            line[i] = text == null ? "" : text;
        }
        return line;
    }

    private static String text(List<String[]> lines, int columns) {
        StringBuilder text = new StringBuilder();
        for (String[] line : lines) {
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                int column = i;
                int width = lines.stream()
                        .mapToInt(each -> each[column].length())
                        .max()
                        .orElse(0);
                row.append(line[i]).append(" ".repeat(width - line[i].length() + 2));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private interface Cell {
        String at(int column) throws SQLException;
    }
}
