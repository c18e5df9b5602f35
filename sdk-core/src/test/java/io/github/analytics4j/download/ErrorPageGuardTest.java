package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorPageGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"id,name\n1,a", "\"id\";\"name\"", "\u00ef\u00bb\u00bfid,name", "2026-01-01\t5", "", "[x],y"})
    void objection_csv_none(String start) {
        assertThat(objection(FileKind.CSV, "text/csv; charset=utf-8", start)).isNull();
        assertThat(objection(FileKind.CSV, null, start)).isNull();
        assertThat(objection(FileKind.CSV, "application/octet-stream", start)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<!DOCTYPE html><p>|it begins otherwise than CSV does: HTML",
                "` 	<HTML>`|it begins otherwise than CSV does: HTML",
                "<?xml version='1.0'?><Error><Code>AccessDenied</Code>|it begins otherwise than CSV does: XML with the code AccessDenied",
                "<Error>|it begins otherwise than CSV does: XML",
                "{\"status\":\"generating\"}|it begins otherwise than CSV does: JSON",
                "[{\"a\":1}]|it begins otherwise than CSV does: JSON",
                "%PDF-1.7|it begins otherwise than CSV does: PDF"
            })
    void objection_pageWhereCsvWasExpected_isNamed(String start, String objection) {
        assertThat(objection(FileKind.CSV, "text/csv", start)).isEqualTo(objection);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xml",
                "text/xml; charset=x",
                "application/json",
                "Application/Problem+JSON"
            })
    void objection_typeOfAPage_isNamedEvenInTheMiddle(String type) {
        String plain = type.replaceAll(";.*", "").toLowerCase(java.util.Locale.ROOT);
        assertThat(ErrorPageGuard.objection(FileKind.CSV, type, null)).isEqualTo("the server calls it " + plain);
        assertThat(ErrorPageGuard.objection(FileKind.PDF, type, null)).isEqualTo("the server calls it " + plain);
    }

    @Test
    void objection_pdf_mustBeginAsOne() {
        assertThat(objection(FileKind.PDF, "application/pdf", "%PDF-1.4\n")).isNull();
        assertThat(objection(FileKind.PDF, "application/pdf", "x".repeat(500) + "%PDF-1.4"))
                .isNull();
        assertThat(objection(FileKind.PDF, "application/pdf", "x".repeat(1024) + "%PDF-1.4"))
                .isEqualTo("it does not begin as a PDF does");
        assertThat(objection(FileKind.PDF, "application/pdf", "<html>"))
                .isEqualTo("it does not begin as a PDF does: HTML");
    }

    @Test
    void objection_anyKind_none() {
        assertThat(objection(FileKind.ANY, "text/html", "<html>")).isNull();
    }

    @Test
    void objection_start_isNotConsumed() {
        ByteBuffer start = ByteBuffer.wrap(new byte[] {'a', ',', 'b'});
        ErrorPageGuard.objection(FileKind.CSV, "text/csv", start);
        assertThat(start.remaining()).isEqualTo(3);
    }

    @Test
    void errorCode_strangeCode_isNotShown() {
        assertThat(ErrorPageGuard.errorCode("<Code>Access Denied to s3cr3t</Code>"))
                .isNull();
        assertThat(ErrorPageGuard.errorCode("<Error><Code>NoSuchKey</Code></Error>"))
                .isEqualTo("NoSuchKey");
    }

    private static String objection(FileKind kind, String type, String start) {
        return ErrorPageGuard.objection(kind, type, ByteBuffer.wrap(start.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
