package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.server.Address;
import io.github.analytics4j.testkit.server.Clocks;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The settings of a sandbox: the values of its builder, each of them checked where it is set. */
final class SandboxSettings {
    private static final List<String> VENDORS = List.of("synthflow", "synaptiq", "voisnap", "callops");
    private static final long MOST_ROWS = 100_000_000;
    private static final long MOST_CALLS_PER_DAY = 1_000_000;
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    long seed = 1;
    long calls = 10_000;
    // more than two months in the busiest season too, so that a month can be compared with the one before it
    double callsPerDay = calls / 80.0;
    private boolean paceGiven;
    // the same at some 850 events a day
    long activities = 70_000;
    long sttEvents = 20_000;

    @Nullable
    Duration retention;

    int port;
    int adminPort = -1;
    InetAddress bind = loopback();

    @Nullable
    String host;

    boolean https;
    private final Map<String, String> keys = new LinkedHashMap<>();
    private int rateRequests = -1;
    private Duration rateWindow = Duration.ZERO;
    Duration latency = Duration.ZERO;
    private @Nullable Clock clock;

    @Nullable
    Boolean growing;

    boolean strict;
    boolean compress;
    int keepRequests = 1_000;
    Consumer<String> log = line -> {};
    Consumer<Throwable> onFailure = SandboxSettings::print;

    /** That of version 4, whatever the JVM prefers: half of all clients would not find the other. */
    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void print(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        System.err.println("a thread of the analytics4j sandbox failed: " + trace);
    }

    void calls(long rows) {
        calls = size("calls", rows);
        if (!paceGiven) {
            callsPerDay = SynthflowAccount.usualPace(rows);
        }
    }

    void callsPerDay(double pace) {
        callsPerDay = pace(pace);
        paceGiven = true;
    }

    static double pace(double pace) {
        if (!(pace > 0)) {
            throw new IllegalArgumentException("callsPerDay: must be more than 0, was " + pace);
        }
        if (pace > MOST_CALLS_PER_DAY) {
            throw new IllegalArgumentException("callsPerDay: must be at most " + MOST_CALLS_PER_DAY + ", was " + pace);
        }
        return pace;
    }

    static long size(String name, long value) {
        if (value > MOST_ROWS) {
            throw new IllegalArgumentException(name + ": must be at most " + MOST_ROWS + ", was " + value);
        }
        return atLeastNone(name, value);
    }

    private static long atLeastNone(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + ": must be at least 0, was " + value);
        }
        return value;
    }

    void keepRequests(int requests) {
        keepRequests = (int) atLeastNone("keepRequests", requests);
    }

    void port(int first) {
        if (first < 0 || first > 65_530) {
            throw new IllegalArgumentException("port: must be 0, or 1 to 65530 for six in a row, was " + first);
        }
        port = first;
    }

    void adminPort(int number) {
        if (number < 0 || number > 65_535) {
            throw new IllegalArgumentException("admin: must be 0 to 65535, was " + number);
        }
        adminPort = number;
    }

    /** The port of the admin API beside so many origins; 0 for a free one. */
    int adminPortAfter(int origins) {
        return adminPort == 0 && port > 0 ? port + origins : adminPort;
    }

    void host(String name) {
        if (name.isBlank() || !name.matches("[\\w.:\\[\\]-]+")) {
            throw new IllegalArgumentException("host: must be a name or an address, was \"" + name + "\"");
        }
        host = name;
    }

    Address address() {
        return Address.of(bind, host, https);
    }

    void key(String api, String key) {
        if (!VENDORS.contains(api)) {
            throw new IllegalArgumentException(
                    "key: the API must be one of " + String.join(", ", VENDORS) + ", was " + api);
        }
        VendorSandbox.checkKey("key", key);
        keys.put(api, key);
    }

    void rateLimit(int requests, Duration window) {
        VendorSandbox.checkLimit(requests, window);
        rateRequests = requests;
        rateWindow = window;
    }

    /** Gives an API the key and the limit it begins with. */
    void configure(VendorSandbox api) {
        api.startWith(keys.get(api.name()), rateRequests, rateWindow);
    }

    static Duration wait(Duration latency) {
        if (latency.isNegative()) {
            throw new IllegalArgumentException("latency: must not be negative, was " + latency);
        }
        if (latency.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException("latency: must be at most " + LONGEST_WAIT + ", was " + latency);
        }
        return latency;
    }

    /** An age beyond which rows are shown no longer. */
    static Duration age(Duration age) {
        if (age.isNegative()) {
            throw new IllegalArgumentException("retention: must not be negative, was " + age);
        }
        return age;
    }

    void clock(Clock given) {
        Clocks.checked(given.instant());
        clock = given;
    }

    Clock clock() {
        return clock == null ? Clock.systemUTC() : clock;
    }

    /** A clock for one sandbox alone. */
    Clock ownClock() {
        return clock instanceof ManualClock manual ? manual.another() : clock();
    }

    boolean growing() {
        return growing == null ? clock != null : growing;
    }

    boolean growsWhenMoved() {
        return growing == null || growing;
    }
}
