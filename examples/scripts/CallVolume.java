///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DEPS io.github.analytics4j:analytics4j-callops:0.1.0-SNAPSHOT
//DEPS io.github.analytics4j:analytics4j-testkit:0.1.0-SNAPSHOT
//DEPS org.slf4j:slf4j-nop:2.0.20

import io.github.analytics4j.callops.CallOpsClient;
import io.github.analytics4j.callops.DailyCalls;
import io.github.analytics4j.callops.DailyCost;
import io.github.analytics4j.callops.SttEventsSummary;
import io.github.analytics4j.testkit.Sandbox;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How do I write a script of one file, without a project? JBang fetches what //DEPS names; Java itself runs it too, if the same jars are
 * on the class path. Prints the calls and the cost of each of the last whole days: {@code CallVolume.java 7} for a week. Runs on the
 * API if CALLOPS_API_KEY and CALLOPS_BASE_URL are set, else on a sandbox.
 */
public final class CallVolume {
    public static void main(String[] args) {
        int days = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        if (System.getenv("CALLOPS_API_KEY") != null) {
            try (CallOpsClient callops = CallOpsClient.fromEnv()) {
                print(callops, days);
            }
            return;
        }
        try (Sandbox sandbox = Sandbox.start();
                CallOpsClient callops = CallOpsClient.builder()
                        .baseUrl(sandbox.callops().baseUrl())
                        .apiKey(sandbox.callops().apiKey())
                        .build()) {
            print(callops, days);
        }
    }

    private static void print(CallOpsClient callops, int days) {
        Instant midnight = Instant.now().truncatedTo(ChronoUnit.DAYS);
        Instant start = midnight.minus(Duration.ofDays(days));
        Instant end = midnight.minusMillis(1);
        Map<LocalDate, BigDecimal> costs =
                callops.analytics().costTrend(r -> r.startDate(start).endDate(end)).stream()
                        .collect(Collectors.toMap(DailyCost::date, DailyCost::totalCost));
        for (DailyCalls day : callops.analytics().callVolume(r -> r.startDate(start).endDate(end))) {
            System.out.printf(
                    "%s %5d calls %8s%n", day.date(), day.count(), costs.getOrDefault(day.date(), BigDecimal.ZERO));
        }
        SttEventsSummary stt =
                callops.analytics().sttEventsSummary(r -> r.startDate(start).endDate(end));
        System.out.printf(
                "%d speech-to-text events, %d time-outs, %d errors%n", stt.totalEvents(), stt.timeouts(), stt.errors());
    }
}
