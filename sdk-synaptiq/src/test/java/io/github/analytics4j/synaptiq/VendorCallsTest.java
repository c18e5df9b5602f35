package io.github.analytics4j.synaptiq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.samples.SpecFile;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The requests of the vendor's own curl lines, made through the client. */
final class VendorCallsTest {

    private static final Pattern URL = Pattern.compile("\"(https://[^\"]+)\"");
    private static final LocalDate FROM = LocalDate.of(2026, 3, 1);
    private static final LocalDate TO = LocalDate.of(2026, 3, 31);

    private final SynaptiqClient client =
            SynaptiqClient.builder().apiKey("sk_test_calls").build();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void overview_byWeek() {
        assertSame(
                client.analytics()
                        .prepareOverview(r -> r.startDate(FROM).endDate(TO).granularity(Granularity.WEEK)),
                SpecFile.block("analytics.overview", "Call"));
    }

    @Test
    void overview_comparedWithThePeriodBefore() {
        assertSame(
                client.analytics()
                        .prepareOverview(r -> r.startDate(FROM).endDate(TO).compareWith(Comparand.PREVIOUS_PERIOD)),
                SpecFile.block("analytics.overview", "Call: with a comparison"));
    }

    @Test
    void funnel_ofAMonth() {
        assertSame(
                client.analytics().prepareFunnel(r -> r.startDate(FROM).endDate(TO)),
                SpecFile.block("analytics.funnel", "Call"));
    }

    @Test
    void activity_ofTwoTypes() {
        assertSame(
                client.analytics()
                        .prepareActivityPage(r -> r.types(ActivityType.LEAD_QUALIFIED, ActivityType.INTENT_HIGH_VALUE)
                                .pageSize(5)),
                SpecFile.block("analytics.activity", "Call"));
    }

    private static void assertSame(Invocation<?> made, String curl) {
        Matcher url = URL.matcher(curl);
        assertThat(url.find()).isTrue();
        URI vendors = URI.create(url.group(1));
        assertThat(made.method()).isEqualTo("GET");
        assertThat(made.body()).isNull();
        assertThat(made.url().getScheme()).isEqualTo("https");
        assertThat(made.url().getAuthority()).isEqualTo(vendors.getAuthority());
        assertThat(made.url().getRawPath()).isEqualTo(vendors.getRawPath());
        assertThat(made.query()).isEqualTo(query(vendors));
        assertThat(query(made.url())).isEqualTo(query(vendors));
        assertThat(made.headers()).containsEntry("Authorization", List.of("Bearer $API_KEY"));
    }

    private static Map<String, String> query(URI url) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : url.getQuery().split("&")) {
            query.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return query;
    }
}
