package io.github.analytics4j.client;

import io.github.analytics4j.client.ClientConfig.Address;
import io.github.analytics4j.client.Credentials.Secret;
import io.github.analytics4j.error.GeneratedCodeApi;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.SdkThreads;
import io.github.analytics4j.error.SdkThreads.Deferred;
import io.github.analytics4j.retry.RateLimiter;
import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.retry.RetryRules.RetryBudget;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Holds the settings that the builders of the four clients have in common. For one thread.
 *
 * @param <B> the builder itself
 */
public abstract class AbstractClientBuilder<B extends AbstractClientBuilder<B>> {
    private final Address address;
    private @Nullable String environmentKey;
    private AuthScheme scheme;
    private @Nullable String key;
    private @Nullable Supplier<String> keySupplier;
    private @Nullable OkHttpClient httpClient;
    private @Nullable HttpPool pool;
    private final Set<String> plainHosts = new HashSet<>();
    private final ClientOptions.Builder options = ClientOptions.DEFAULT.toBuilder();
    private TimeSource time = TimeSource.SYSTEM;
    private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

    /**
     * Starts with the API's usual scheme and address.
     *
     * @hidden
     */
    @GeneratedCodeApi
    protected AbstractClientBuilder(AuthScheme scheme, @Nullable String usualUrl) {
        this.scheme = scheme;
        this.address = new Address(usualUrl);
    }

    /**
     * Describes the API; called once everything is set.
     *
     * @hidden
     */
    @GeneratedCodeApi
    protected abstract ApiProfile profile();

    /**
     * Brings a base URL into the form that the paths of operations are below.
     *
     * @hidden
     */
    @GeneratedCodeApi
    protected String tidy(String url) {
        return url;
    }

    @SuppressWarnings("unchecked") // B is the class itself, as its declaration demands
    private B self() {
        return (B) this;
    }

    /**
     * Sets where requests go instead of the vendor's own address.
     *
     * @param url of https, or of this machine, or of a host of {@link #allowHttpTo}; checked when the client is built; replaces one of
     *     the vendor's addresses that was chosen by name before
     * @return this builder
     */
    public B baseUrl(String url) {
        address.set(Objects.requireNonNull(url, "url"));
        return self();
    }

    /**
     * Sets one of the vendor's own addresses.
     *
     * @param name what the builder calls it, such as {@code region}; refused behind {@code baseUrl}
     * @hidden
     */
    @GeneratedCodeApi
    protected final B place(String name, String url) {
        address.choose(name, url);
        return self();
    }

    /**
     * As {@link #baseUrl(String)}.
     *
     * @param url of https, or of this machine, or of a host of {@link #allowHttpTo}
     * @return this builder
     */
    public B baseUrl(URI url) {
        return baseUrl(url.toString());
    }

    /**
     * Sets a key that never changes.
     *
     * @param key without the word that the header has before it; replaces a supplier set before
     * @return this builder
     */
    public B apiKey(String key) {
        this.key = Objects.requireNonNull(key, "key");
        this.keySupplier = null;
        return self();
    }

    /**
     * Supplies the key, for one that may change; replaces a key set before.
     *
     * @param supplier called before the first request and after a 401, on a thread of the SDK, once for all calls that wait
     * @return this builder
     */
    public B apiKey(Supplier<String> supplier) {
        this.keySupplier = Objects.requireNonNull(supplier, "supplier");
        this.key = null;
        return self();
    }

    /**
     * Sends the key in another way than usual.
     *
     * @hidden
     */
    @GeneratedCodeApi
    protected B scheme(AuthScheme scheme) {
        this.scheme = scheme;
        return self();
    }

    /**
     * Uses the connections and settings of a client of OkHttp, which stays the caller's.
     *
     * @param client its time-outs and retries do not count, ours do; its cache and its authenticator are not used
     * @return this builder
     */
    public B httpClient(OkHttpClient client) {
        this.httpClient = Objects.requireNonNull(client, "client");
        return self();
    }

    /**
     * Uses connections and threads that other clients use as well.
     *
     * @param pool stays the caller's; closing a client leaves it open
     * @return this builder
     */
    public B pool(HttpPool pool) {
        this.pool = Objects.requireNonNull(pool, "pool");
        return self();
    }

    /**
     * Allows plain http to a host; everyone on the way can read the key then.
     *
     * @param host its name without scheme and port, in any case
     * @return this builder
     */
    public B allowHttpTo(String host) {
        plainHosts.add(host.toLowerCase(Locale.ROOT));
        return self();
    }

    /**
     * Bounds one attempt, body included.
     *
     * @param timeout more than nothing, at most 36,500 days; 30 s unless set
     * @return this builder
     */
    public B attemptTimeout(Duration timeout) {
        options.attemptTimeout(timeout);
        return self();
    }

    /**
     * Bounds a whole call, waits included.
     *
     * @param deadline more than nothing, at most 36,500 days; 2 min unless set
     * @return this builder
     */
    public B deadline(Duration deadline) {
        options.deadline(deadline);
        return self();
    }

    /**
     * Sets how often and how patiently a request is sent again.
     *
     * @param policy {@link RetryPolicy#DEFAULT} unless set, {@link RetryPolicy#NONE} for never
     * @return this builder
     */
    public B retry(RetryPolicy policy) {
        options.retry(policy);
        return self();
    }

    /**
     * Sets whether everything that the spec did not foresee is a failure.
     *
     * @param strict false unless set
     * @return this builder
     */
    public B strict(boolean strict) {
        options.strict(strict);
        return self();
    }

    /**
     * Adds a listener that hears what calls do.
     *
     * @param listener called after those that were added before
     * @return this builder
     */
    public B listener(ClientListener listener) {
        options.listener(listener);
        return self();
    }

    /**
     * Keeps within a vendor's limit.
     *
     * @param limiter the same for every client of a key, since vendors count by key
     * @return this builder
     */
    public B rateLimit(RateLimiter limiter) {
        options.rateLimit(limiter);
        return self();
    }

    /**
     * Sets any of the options that {@code with} of the client can change later.
     *
     * @param change called once, at once
     * @return this builder
     */
    public B options(Consumer<ClientOptions.Builder> change) {
        change.accept(options);
        return self();
    }

    /** Sets another clock, for tests. */
    B time(TimeSource time) {
        this.time = Objects.requireNonNull(time, "time");
        return self();
    }

    /** Sets the source of random numbers, each at least 0 and below 1, for tests. */
    B random(DoubleSupplier random) {
        this.random = Objects.requireNonNull(random, "random");
        return self();
    }

    /**
     * Takes key and base URL from the environment, each only where it is set there and not here, whichever comes first.
     *
     * <p>An address that was set here is never replaced, so a key never leaves for another host than the one in the
     * program. A program that sets its key and calls this without setting an address lets the environment say where that
     * key goes; as every address, it must be of https or of this machine, and {@link #allowHttpTo} cannot be set there. To
     * rule that out, set the address too, or do not call this.
     *
     * @hidden
     */
    @GeneratedCodeApi
    protected final B fromEnvironment(UnaryOperator<@Nullable String> environment) {
        environmentKey = Address.unlessBlank(environment.apply(profile().keyVariable()));
        address.environments = Address.unlessBlank(environment.apply(profile().urlVariable()));
        return self();
    }

    /**
     * As {@link #fromEnvironment(UnaryOperator)}, with a variable that names one of the vendor's addresses.
     *
     * @hidden
     */
    @GeneratedCodeApi
    protected final <P extends Enum<P>> B fromEnvironment(
            UnaryOperator<@Nullable String> environment, String variable, P[] places, Function<P, String> url) {
        fromEnvironment(environment);
        String name = Address.unlessBlank(environment.apply(variable));
        if (name != null) {
            address.fromEnvironment(profile().urlVariable(), variable, name.strip(), places, url);
        }
        return self();
    }

    /**
     * The address in use: of this builder, else of the environment, else the API's usual one.
     *
     * @hidden
     */
    @GeneratedCodeApi
    protected final @Nullable String address() {
        return address.inUse();
    }

    /**
     * Opens the client.
     *
     * @throws InvalidRequestException naming every setting that is missing or wrong
     * @hidden
     */
    @GeneratedCodeApi
    protected final ApiClient open() {
        String used = address();
        boolean own = pool == null && httpClient == null;
        Deferred<?> certificates = own && used != null && used.strip().regionMatches(true, 0, "https:", 0, 6)
                ? HttpPool.Certificates.read()
                : null;
        HttpLibraries.check();
        ApiProfile profile = profile();
        List<String> mistakes = new ArrayList<>(0);
        Credentials credentials = credentials(profile, mistakes);
        URI url = address.checked(this::tidy, plainHosts, missing("baseUrl", profile.urlVariable()), mistakes);
        if (httpClient != null && pool != null) {
            mistakes.add("httpClient and pool exclude one another");
        }
        if (!mistakes.isEmpty() || credentials == null || url == null) {
            throw new InvalidRequestException(profile.client(), mistakes);
        }
        ClientOptions all = options.build();
        RetryBudget budget = new RetryBudget(time::nanos, all.retry().budget());
        ClientConfig config = new ClientConfig(profile, url, credentials, all, time, random, budget);
        HttpPool connections = pool != null
                ? pool
                : httpClient == null ? HttpPool.create(certificates) : HttpPool.httpClient(httpClient);
        return ApiClient.open(config, connections, pool == null ? connections::close : () -> {});
    }

    private @Nullable Credentials credentials(ApiProfile profile, List<String> mistakes) {
        if (keySupplier != null) {
            return Credentials.supplied(scheme, keySupplier, SdkThreads.executor());
        }
        String fixed = key != null ? key : environmentKey;
        if (fixed == null) {
            mistakes.add(missing("apiKey", profile.keyVariable()));
            return null;
        }
        return Credentials.checked(scheme, fixed, mistakes);
    }

    private static String missing(String name, String variable) {
        return name + " is missing: set it, or set " + variable + " and use fromEnv()";
    }

    /**
     * The header that carries the key, and the text before the key in it.
     *
     * @param header the name of the header
     * @param prefix what comes before the key, such as {@code Bearer} and a blank
     */
    public record AuthScheme(String header, String prefix) {

        /** {@code Authorization: Bearer <key>}. */
        public static final AuthScheme BEARER = new AuthScheme("Authorization", "Bearer ");

        /** Refuses null by name. */
        public AuthScheme {
            Objects.requireNonNull(header, "header");
            Objects.requireNonNull(prefix, "prefix");
        }

        /**
         * {@return the scheme that sends the key alone in a header}
         *
         * @param name such as {@code X-API-Key}
         */
        public static AuthScheme header(String name) {
            return new AuthScheme(name, "");
        }

        /** The value of the header for this key. */
        String value(Secret key) {
            return prefix + key.reveal();
        }

        /** The value of the header as it may be shown. */
        String masked() {
            return prefix + "$API_KEY";
        }
    }
}
