package io.github.analytics4j.testkit;

import java.time.Instant;

/** A report that was asked for: its id, the JSON body of the request, when, and its file. */
public record CreatedReport(String reportId, String requestBody, Instant createdAt, StorageFile file) {}
