package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.download.DownloadOptions.FileKind;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorPageGuardTest extends Downloading {
    private final Content content = Content.of("id,name\n".repeat(40_000).getBytes(StandardCharsets.UTF_8));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,name\n1,a",
                "\"id\";\"name\"",
                "\u00ef\u00bb\u00bfid,name",
                "2026-01-01\t5",
                "",
                "[x],y",
                "<5s,>5s\n1,2",
                "<5s>,x",
                "<18,18-25,>65\n",
                "<none>;<some>\n1;2",
                "<id>\n1\n2\n",
                "<a b>\tc",
                "< 1 min,> 1 min",
                "<,>",
                "<-1,>1",
                "{id},{name}\n1,2",
                "{1},2",
                "{},{}\n1,2",
                "[a] [b],c",
                "[1],x\n2,y",
                "[\"a\"];[\"b\"]",
                "\u00ff\u00fei\u0000d\u0000,\u0000n\u0000",
                "\u00fe\u00ff\u0000i\u0000d\u0000,\u0000n"
            })
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
                "<!-- x -->|it begins otherwise than CSV does: XML",
                "<p>sorry, no|it begins otherwise than CSV does: XML",
                "`<body>\nsorry\n</body>`|it begins otherwise than CSV does: XML",
                "[ {\"error\":1} ]|it begins otherwise than CSV does: JSON",
                "`[\n  {\n  \"error`|it begins otherwise than CSV does: JSON",
                "{}|it begins otherwise than CSV does: JSON",
                "{\"a\":[1,2.5e-3,true,null,\"x\\\"y\"]}|it begins otherwise than CSV does: JSON",
                "`{\"a\":1}\n{\"a\":2}`|it begins otherwise than CSV does: JSON",
                "[]|it begins otherwise than CSV does: JSON",
                "[1, 2]|it begins otherwise than CSV does: JSON",
                "{error: 'no'}|it begins otherwise than CSV does: JSON",
                "PK\u0003\u0004xl|it begins otherwise than CSV does: ZIP",
                "\u00ff\u00fe<\u0000h\u0000t\u0000m\u0000l\u0000>\u0000|it begins otherwise than CSV does: HTML",
                "\u00fe\u00ff\u0000<\u0000h\u0000t\u0000m\u0000l\u0000>|it begins otherwise than CSV does: HTML",
                "<\u0000h\u0000t\u0000m\u0000l\u0000>\u0000|it begins otherwise than CSV does: HTML",
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
        String plain = type.replaceAll(";.*", "").toLowerCase(Locale.ROOT);
        assertThat(ErrorPageGuard.objection(FileKind.CSV, type, null, false)).isEqualTo("the server calls it " + plain);
        assertThat(ErrorPageGuard.objection(FileKind.PDF, type, null, false)).isEqualTo("the server calls it " + plain);
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|it is empty",
                "`\n `|it is empty",
                "%PDF-1.7|it is a PDF with nothing in it",
                "`%PDF-1.7\n%%EOF\n`|it is a PDF with nothing in it",
                "<html>no %PDF-1.7 today</html>|it does not begin as a PDF does: HTML",
                "{\"error\":\"no %PDF-1.7\"}|it does not begin as a PDF does: JSON",
            })
    void objection_wholePdf_isMoreThanItsHeader(String file, String objection) {
        ByteBuffer bytes = ByteBuffer.wrap(file.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(ErrorPageGuard.objection(FileKind.PDF, "application/pdf", bytes, true))
                .isEqualTo(objection);
    }

    @Test
    void objection_anyKind_none() {
        assertThat(objection(FileKind.ANY, "text/html", "<html>")).isNull();
    }

    @Test
    void objection_start_isNotConsumed() {
        ByteBuffer start = ByteBuffer.wrap(new byte[] {'a', ',', 'b'});
        ErrorPageGuard.objection(FileKind.CSV, "text/csv", start, false);
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
        return ErrorPageGuard.objection(
                kind, type, ByteBuffer.wrap(start.getBytes(StandardCharsets.ISO_8859_1)), false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html|<html>login|the server calls it text/html",
                "application/xml|<Error><Code>InternalError</Code></Error>|the server calls it application/xml",
                "application/json|{}|the server calls it application/json",
                "text/csv|<!doctype html>|it begins otherwise than CSV does: HTML",
                "text/csv|<Error><Code>InternalError</Code></Error>|it begins otherwise than CSV does: XML with the code InternalError",
                "text/plain|{\"error\":1}|it begins otherwise than CSV does: JSON"
            })
    void saveTo_pageWithStatus200_neverBecomesTheReport(String type, String body, String objection) throws Exception {
        serve(hit -> Reply.status(200, body).header("Content-Type", type));
        DownloadException failure = fails(download(o -> o.expect(FileKind.CSV)));
        assertThat(failure.reason()).isEqualTo(Reason.NOT_THE_FILE);
        assertThat(failure)
                .hasMessage("download from " + server.origin() + ": no link served: what came is not the CSV file: "
                        + objection + " (at byte 0)");
        assertThat(names()).isEmpty();
    }

    @Test
    void saveTo_pageMidway_leavesWhatCame() throws Exception {
        serve(hit -> switch (hit.number()) {
            case 1 -> Reply.file(content).etag("\"a\"").breakAfter(200_000);
            case 2, 3 -> Reply.status(200, "<html>busy").header("Content-Type", "text/html");
            default -> Reply.file(content).etag("\"a\"");
        });
        DownloadException failure = fails(download(o -> o.expect(FileKind.CSV).maxRenewals(1)));
        assertThat(failure.getMessage()).endsWith("what came is kept in " + part());
        assertThat(content.isPrefix(part())).isTrue();
        saved(content, download(o -> o.expect(FileKind.CSV)));
        assertThat(server.ranges().get(3)).isEqualTo("bytes=198976-");
    }

    @Test
    void saveTo_pageOnceThenTheFile_isComplete() throws Exception {
        serve(hit -> hit.number() == 1
                ? Reply.status(200, "<html>").header("Content-Type", "text/html")
                : Reply.file(content).header("Content-Type", "text/csv"));
        saved(content, download(o -> o.expect(FileKind.CSV)));
        assertThat(links.asked()).isEqualTo(2);
    }

    @Test
    void saveTo_pageThatBreaksBeforeItCanBeTold_isAskedForAgain() throws Exception {
        Content csv = Content.of("id,cost\n1,2\n".repeat(500).getBytes(StandardCharsets.UTF_8));
        serve(hit -> hit.number() == 1 ? Reply.file(csv).breakAfter(1) : Reply.file(csv));
        saved(csv, download(o -> o.expect(FileKind.CSV)));
        assertThat(links.asked()).isEqualTo(1);
    }

    @Test
    void saveTo_pdf_mustBeginAsOne() throws Exception {
        Content pdf = Content.of(("%PDF-1.7\n" + "x".repeat(5000)).getBytes(StandardCharsets.UTF_8));
        serve(hit -> Reply.file(pdf).header("Content-Type", "application/pdf"));
        saved(pdf, download(o -> o.expect(FileKind.PDF)));
    }

    @Test
    void saveTo_csvWherePdfWasAskedFor_isRefused() throws Exception {
        serve(hit -> Reply.file(content).header("Content-Type", "application/pdf"));
        assertThat(fails(download(o -> o.expect(FileKind.PDF))).getMessage())
                .contains("what came is not the PDF file: it does not begin as a PDF does");
    }
}
