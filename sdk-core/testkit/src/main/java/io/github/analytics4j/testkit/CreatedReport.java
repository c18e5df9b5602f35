package io.github.analytics4j.testkit;

import java.time.Instant;

/**
 * A report that was asked for.
 *
 * @param reportId as the sandbox answered it
 * @param requestBody the JSON of the request
 * @param createdAt by the sandbox's clock
 * @param file what its link leads to
 */
public record CreatedReport(String reportId, String requestBody, Instant createdAt, StorageFile file) {}
