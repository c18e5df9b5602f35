package io.github.analytics4j.client;

import io.github.analytics4j.retry.Backoff;
import io.github.analytics4j.retry.RateLimiter;
import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.retry.RetryRules;
import java.util.ArrayList;
import java.util.List;

/** Puts together what surrounds a call. What is switched off is not there at all. */
final class Stack {
    private Stack() {}

    static Transport assemble(ClientConfig config, HttpEngine engine, Lifetime lifetime) {
        ClientOptions options = config.options();
        return new OkHttpTransport(
                engine,
                lifetime,
                new TransportSettings(
                        config.baseUrl(),
                        config.credentials(),
                        options.attemptTimeout(),
                        options.deadline(),
                        options.limits(),
                        options.strict(),
                        config.profile(),
                        options.listeners(),
                        stages(config),
                        config.time()));
    }

    /** The first stage with an opinion about a failure decides. */
    private static List<CallStage> stages(ClientConfig config) {
        List<CallStage> stages = new ArrayList<>();
        RateLimiter limiter = config.options().rateLimiter();
        if (limiter != null) {
            stages.add(CallStage.rateLimit(limiter, config.options().retry().hintCap()));
        }
        if (config.credentials().refreshable()) {
            stages.add(CallStage.keyRefresh(config.credentials()));
        }
        RetryPolicy retry = config.options().retry();
        if (retry.maxAttempts() > 1) {
            stages.add(CallStage.retry(new RetryRules(retry, new Backoff(retry, config.random()), config.budget())));
        }
        return stages;
    }
}
