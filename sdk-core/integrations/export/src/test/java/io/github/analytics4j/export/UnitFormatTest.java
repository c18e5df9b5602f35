package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.catalog.Column.Type.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of units: what was written is read again, value by value. */
class UnitFormatTest {
    @TempDir
    Path folder;

    static List<UnitFormat> formats() {
        return List.of(new CsvFormat(), new ParquetFormat(), new JsonLinesFormat());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void read_valuesThatTheFormatCannotHold_comeBackAsTheyWere(UnitFormat format) throws IOException {
        Path file = folder.resolve("it's [a] *?." + format.suffix());
        List<StoredRow> rows = new ArrayList<>(Samples.hardRows());
        rows.add(Samples.row("gone", 9).deletedAt(Samples.SEEN));
        format.write(file, Samples.TABLE, Samples.rows(rows));
        assertThat(Samples.comparable(read(format, file, Samples.TABLE))).isEqualTo(Samples.comparable(rows));
    }

    /** The bound is for what a server sends; with it no run could read the day again. */
    @Test
    void jsonLines_rowOfNineMegabytes_comesBack() throws IOException {
        Path file = folder.resolve("long.jsonl.gz");
        StoredRow row = Samples.row("a", Samples.DAY, 1L, 0.5, BigDecimal.ONE, true, null, "long ".repeat(1_900_000));
        JsonLinesFormat format = new JsonLinesFormat();
        format.write(file, Samples.TABLE, Samples.rows(List.of(row)));
        assertThat(read(format, file, Samples.TABLE)).containsExactly(row);
    }

    /** A server that cuts texts to a length cuts through an emoji; one such row made the whole table unreadable. */
    @Test
    void jsonLines_halfACharacter_isReadByOthers() throws Exception {
        Path file = folder.resolve("half.jsonl.gz");
        StoredRow cut = Samples.row("a", Samples.DAY, 1L, 0.5, BigDecimal.ONE, true, null, "cut \ud83d");
        new JsonLinesFormat().write(file, Samples.TABLE, Samples.rows(List.of(cut, Samples.row("b", 1))));
        assertThat(columns(file)).contains("transcript", "_exact");
        try (Connection database = DuckDb.memory();
                Statement statement = database.createStatement();
                ResultSet result =
                        statement.executeQuery("select transcript, _exact from '" + file + "' order by call_id")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getString(1)).isEqualTo("cut \ufffd");
            assertThat(result.getString(2)).isEqualTo("{\"transcript\":\"cut \\ud83d\"}");
            assertThat(result.next()).isTrue();
            assertThat(result.getString(2)).isNull();
        }
    }

    @Test
    void jsonLines_ofAnEarlierVersion_areRead() throws IOException {
        Path file = folder.resolve("old.jsonl.gz");
        StoredRow row = Samples.row("a", Samples.DAY, 1L, 0.5, BigDecimal.ONE, true, null, "cut \ud83d");
        new JsonLinesFormat().write(file, Samples.TABLE, Samples.rows(List.of(row)));
        String text;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String old = text.replace("\"cut \ufffd\"", "\"cut \\ud83d\"").replaceFirst(",\"_exact\":\"[^,]*\"", "");
        assertThat(old).doesNotContain("_exact").contains("\"cut \\ud83d\"");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(old.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(new JsonLinesFormat(), file, Samples.TABLE)).containsExactly(row);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void write_sameRows_sameBytes(UnitFormat format) throws IOException {
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");
        format.write(one, Samples.TABLE, Samples.rows(Samples.hardRows()));
        format.write(other, Samples.TABLE, Samples.rows(Samples.hardRows()));
        assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(other));
    }

    /** A line names its columns, so that a file without one names none. */
    static List<UnitFormat> formatsWithAHead() {
        return formats().subList(0, 2);
    }

    @ParameterizedTest
    @MethodSource("formatsWithAHead")
    void write_noRows_fileWithTheColumns(UnitFormat format) throws IOException {
        Path file = folder.resolve("none." + format.suffix());
        format.write(file, Samples.TABLE, StoredRows.NONE);
        assertThat(read(format, file, Samples.TABLE)).isEmpty();
        assertThat(columns(file)).contains("call_id", "order", "unexpected", "_exact", "_changed_at", "_id");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void read_columnThatCameLater_isNull(UnitFormat format) throws IOException {
        Path file = folder.resolve("old." + format.suffix());
        format.write(file, Samples.TABLE, Samples.rows(List.of(Samples.row("a", 1))));
        List<SinkColumn> columns = new ArrayList<>(Samples.TABLE.columns());
        columns.add(3, new SinkColumn("new", Kind.DECIMAL, "It came later."));
        SinkTable wider = new SinkTable("calls", "model", List.of("agent-1"), columns, "call_id", "start_time");
        StoredRow row = read(format, file, wider).get(0);
        assertThat(row.values()).hasSize(10);
        assertThat(row.values().get(3)).isNull();
        assertThat(row.values().get(4)).isEqualTo(0.5);
        assertThat(row.time()).isEqualTo(Samples.DAY.plusSeconds(60));
    }

    /** In the working directory it could be read by others, or could not be written. */
    @Test
    void parquet_whatDoesNotFitIntoMemory_goesToAFolderOfItsOwnersAlone() throws Exception {
        try (Connection database = DuckDb.memory();
                Statement statement = database.createStatement();
                ResultSet setting = statement.executeQuery("select current_setting('temp_directory')")) {
            assertThat(setting.next()).isTrue();
            Path spills = Path.of(setting.getString(1));
            assertThat(spills).hasParent(Path.of(System.getProperty("java.io.tmpdir")));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(spills)))
                    .isEqualTo("rwx------");
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void read_tornFile_isRefused(UnitFormat format) throws IOException {
        Path file = folder.resolve("torn." + format.suffix());
        format.write(file, Samples.TABLE, Samples.rows(Samples.hardRows()));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 20));
        assertThatThrownBy(() -> read(format, file, Samples.TABLE)).isInstanceOf(IOException.class);
    }

    @Test
    void csv_isRfc4180() throws IOException {
        Path file = folder.resolve("a.csv");
        new CsvFormat()
                .write(
                        file,
                        Samples.TABLE,
                        Samples.rows(
                                List.of(Samples.row("a", 1), Samples.hardRows().get(0))));
        String text = Files.readString(file, StandardCharsets.UTF_8);
        assertThat(text.split("\r\n", -1)[0])
                .isEqualTo("call_id,start_time,order,rate,cost,ok,day,transcript,unexpected,_exact,_changed_at,"
                        + "_deleted_at,_hash,_id");
        assertThat(text.split("\r\n", -1)[1])
                .startsWith("a,2026-11-24T00:01:00Z,1,0.5,1.25,true,,hello,,,2026-11-25T02:13:00.123456Z,,");
        assertThat(text.split("\r\n", -1)[2]).startsWith("empty,,,,,,,\"\",,,");
    }

    @Test
    void parquet_hasTypesAndZstd() throws Exception {
        Path file = folder.resolve("a.parquet");
        new ParquetFormat().write(file, Samples.TABLE, Samples.rows(List.of(Samples.row("a", 1))));
        try (Connection database = DuckDb.memory();
                Statement statement = database.createStatement()) {
            try (ResultSet result = statement.executeQuery(
                    "select typeof(start_time), typeof(\"order\"), typeof(cost), typeof(day), typeof(unexpected) from '"
                            + file + "'")) {
                result.next();
                assertThat(List.of(
                                result.getString(1),
                                result.getString(2),
                                result.getString(3),
                                result.getString(4),
                                result.getString(5)))
                        .containsExactly("TIMESTAMP WITH TIME ZONE", "BIGINT", "DECIMAL(38,18)", "DATE", "VARCHAR");
            }
            try (ResultSet result =
                    statement.executeQuery("select distinct compression from parquet_metadata('" + file + "')")) {
                result.next();
                assertThat(result.getString(1)).isEqualTo("ZSTD");
            }
        }
    }

    private static List<String> columns(Path file) throws IOException {
        try (Connection database = DuckDb.memory();
                Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery("describe select * from '" + file + "'")) {
            List<String> names = new ArrayList<>();
            while (result.next()) {
                names.add(result.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static List<StoredRow> read(UnitFormat format, Path file, SinkTable table) throws IOException {
        List<StoredRow> rows = new ArrayList<>();
        format.read(file, table, rows::add);
        return rows;
    }
}
