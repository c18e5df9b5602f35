package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.data.Noise;
import io.github.analytics4j.testkit.data.Paging;
import io.github.analytics4j.testkit.data.RowSelection;
import io.github.analytics4j.testkit.json.JsonOut;
import io.github.analytics4j.testkit.server.Refusal;
import io.github.analytics4j.testkit.server.Reply;
import io.github.analytics4j.testkit.server.Routes.Hit;
import io.github.analytics4j.testkit.vendor.synthflow.CallPage;
import io.github.analytics4j.testkit.vendor.synthflow.SynthflowAnalytics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Synthflow: the call log of some agents and the analytics that belong to it. Base URL with {@code /v2}. */
public final class SynthflowSandbox extends VendorSandbox {
    private static final String WRONG_KEY = "Unauthorized: Invalid or expired token.";
    private static final Set<String> ANALYTICS = Set.of("from_date", "to_date", "model_id", "type_of_call");

    /** The time of a call that {@code to_date} is compared with. */
    public enum ToDate {
        /** The start of a call, as the live API was seen to do. */
        START,
        /** The end of a call, as the vendor's page says: a call that goes on over {@code to_date} is left out. */
        END
    }

    private final List<SynthflowAccount> accounts = new CopyOnWriteArrayList<>();
    private final Paging paging = new Paging();
    private final PageQuirks pages = new PageQuirks(paging);
    private final RowSelection.Cache selections = new RowSelection.Cache();
    private volatile ToDate toDate = ToDate.START;

    SynthflowSandbox(Shared shared, long calls, double callsPerDay) {
        super(shared, "synthflow", "", "/v2", 422, WRONG_KEY);
        SynthflowAccount main = new SynthflowAccount(env, this::origin, "main", "", env.seed, super.apiKey());
        main.addAgent("Booking assistant", calls, callsPerDay);
        main.addAgent("Reminder", calls / 4, callsPerDay / 4);
        main.addAgent("Web widget", calls / 10, callsPerDay / 10);
        accounts.add(main);
        addRegion("");
    }

    private void addRegion(String path) {
        SynthflowAnalytics analytics = new SynthflowAnalytics(env);
        routes.get(
                path + "/v2/analytics/",
                ANALYTICS,
                hit -> analytics.export(hit.params(), account(hit.request()).callAgents()));
        routes.get(path + "/v2/analytics", Set.of(), hit -> slash(hit.request()));
        routes.get(path + "/v2/calls", CallPage.PARAMETERS, this::list);
    }

    /** The key of the main account. */
    @Override
    public String apiKey() {
        return accounts.get(0).apiKey();
    }

    /** From now on only this key opens the main account. */
    @Override
    public void rotateKey(String newKey) {
        accounts.get(0).rotateKey(newKey);
    }

    /** {@return the id of the agent whose log has as many calls as the sandbox was started with} */
    public String modelId() {
        return agents().get(0).modelId();
    }

    /** {@return the ids of all agents of the main account, the main one first} */
    public List<String> modelIds() {
        return agents().stream().map(SynthflowAgent::modelId).toList();
    }

    /** {@return the main agent's call log, newest first; a row's id is the call's {@code call_id}} */
    public CallLog calls() {
        return agents().get(0).calls();
    }

    /** {@return the agents of the main account, the main one first; they are of uneven size} */
    public List<SynthflowAgent> agents() {
        return accounts.get(0).agents();
    }

    /** {@return the account that the sandbox was started with} */
    public SynthflowAccount account() {
        return accounts.get(0);
    }

    /** {@return all accounts, the one that the sandbox was started with first} */
    public List<SynthflowAccount> accounts() {
        return List.copyOf(accounts);
    }

    /**
     * {@return the agent of an id}
     *
     * @param modelId one of any account
     * @throws IllegalArgumentException if there is none
     */
    public SynthflowAgent agent(String modelId) {
        return accounts.stream()
                .flatMap(account -> account.agents().stream())
                .filter(agent -> agent.modelId().equals(modelId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no account has an agent " + modelId));
    }

    /**
     * Adds another account, without agents yet.
     *
     * @param name no other account of the region has
     * @return the account
     */
    public SynthflowAccount addAccount(String name) {
        return addAccount(name, "");
    }

    /**
     * Adds another account in a region, at a base URL of its own.
     *
     * @param name no other account of the region has
     * @param region such as {@code eu}
     * @return the account
     * @throws IllegalArgumentException if the region has an account of this name
     */
    public synchronized SynthflowAccount addAccount(String name, String region) {
        if (!region.matches("[a-z]*")) {
            throw new IllegalArgumentException("addAccount: a region is a word such as eu, was " + region);
        }
        if (accounts.stream()
                .anyMatch(account ->
                        account.name().equals(name) && account.region().equals(region))) {
            throw new IllegalArgumentException("addAccount: there is an account " + name + " already");
        }
        if (accounts.stream().noneMatch(account -> account.region().equals(region))) {
            addRegion("/" + region);
        }
        long seed = Noise.mix(env.seed, name.hashCode(), region.hashCode());
        String key = Long.toHexString(Noise.mix(seed, 0)) + "0sandbox";
        SynthflowAccount account = new SynthflowAccount(env, this::origin, name, region, seed, key);
        accounts.add(account);
        return account;
    }

    /**
     * Sets what {@code to_date} of a list of calls is held against.
     *
     * @param reading {@link ToDate#START} unless told otherwise
     */
    public void toDate(ToDate reading) {
        toDate = reading;
    }

    /** {@return how pages of calls go wrong} */
    public PageQuirks pages() {
        return pages;
    }

    private Reply list(Hit hit) {
        return CallPage.read(hit.params(), paging)
                .answer(account(hit.request()).callAgents(), selections, toDate == ToDate.END);
    }

    /** The account that the request's key opens in the request's region. */
    private SynthflowAccount account(SandboxRequest request) {
        String region = request.path().startsWith("/v2/") ? "" : request.path().split("/", 3)[1];
        String key = bearer(request);
        return accounts.stream()
                .filter(account ->
                        account.region().equals(region) && account.apiKey().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refusal(401, WRONG_KEY));
    }

    private static Reply slash(SandboxRequest request) {
        String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
        return Reply.empty(307).header("Location", request.path() + "/" + query);
    }

    @Override
    void startWith(@Nullable String key, int requests, Duration window) {
        super.startWith(key, requests, window);
        accounts.get(0).startWith(super.apiKey());
    }

    @Override
    void reset() {
        super.reset();
        paging.clear();
        toDate = ToDate.START;
        SynthflowAccount main = accounts.get(0);
        accounts.retainAll(List.of(main));
        main.reset(3);
    }

    @Override
    void authorize(SandboxRequest request) {
        if (bearer(request).isEmpty()) {
            throw new Refusal(401, "Missing or invalid Authorization header");
        }
        account(request);
    }

    @Override
    Reply refuse(Refusal refusal) {
        JsonOut out = JsonOut.local().beginObject().name("detail");
        if (refusal.status() == 404 || refusal.status() == 405) {
            out.value(refusal.text());
        } else {
            out.beginObject().field("status", "error").field("description", refusal.text());
            out.field("request_id", requestId()).field("category", "important").endObject();
        }
        return Reply.json(refusal.status(), out.endObject());
    }

    private String requestId() {
        return UUID.nameUUIDFromBytes((env.seed + ":" + env.numbers.get()).getBytes(StandardCharsets.US_ASCII))
                .toString();
    }
}
