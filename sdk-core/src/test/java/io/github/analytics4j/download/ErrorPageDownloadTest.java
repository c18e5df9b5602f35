package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorPageDownloadTest extends Downloading {
    private final Content content = Content.of("id,name\n".repeat(40_000).getBytes(StandardCharsets.UTF_8));

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
