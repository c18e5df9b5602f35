package io.github.analytics4j.testkit.storage;

import io.github.analytics4j.testkit.data.Noise;
import io.github.analytics4j.testkit.server.Env;
import io.github.analytics4j.testkit.server.Refusal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Pre-signed links: what they lead to, until when and how often. */
public final class SignedLinks {
    private static final DateTimeFormatter AMZ_DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Duration FIRST_LIFE = Duration.ofMinutes(15);

    private record Link(String name, Instant expires, AtomicInteger usesLeft) {}

    private final Env env;
    private final Map<String, Link> links = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    public volatile Duration life = FIRST_LIFE;
    public volatile int uses = Integer.MAX_VALUE;

    public SignedLinks(Env env) {
        this.env = env;
    }

    public URI create(URI origin, String name) {
        long number = numbers.incrementAndGet();
        long seed = env.seed("links");
        String signature = String.format(
                Locale.ROOT,
                "%016x%016x%016x%016x",
                Noise.mix(seed, number, 1),
                Noise.mix(seed, number, 2),
                Noise.mix(seed, number, 3),
                Noise.mix(seed, number, 4));
        links.put(signature, new Link(name, env.now().plus(life), new AtomicInteger(uses)));
        return URI.create(origin + "/reports/" + name + "?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Credential=SANDBOX%2Fstorage%2Faws4_request&X-Amz-Date=" + AMZ_DATE.format(env.now())
                + "&X-Amz-Expires=" + life.toSeconds() + "&X-Amz-SignedHeaders=host&X-Amz-Signature=" + signature);
    }

    public void reset() {
        links.clear();
        life = FIRST_LIFE;
        uses = Integer.MAX_VALUE;
    }

    public void expireAll() {
        links.replaceAll((signature, link) -> new Link(link.name(), Instant.MIN, link.usesLeft()));
    }

    /** Refuses a request whose link was not made here, is too old or used up. */
    public void check(String name, @Nullable String signature) {
        Link link = signature == null ? null : links.get(signature);
        if (link == null || !link.name().equals(name)) {
            throw new Refusal(403, "The signature does not match.", "SignatureDoesNotMatch");
        }
        if (!env.now().isBefore(link.expires()) || link.usesLeft().getAndDecrement() <= 0) {
            throw new Refusal(403, "Request has expired", "AccessDenied");
        }
    }
}
