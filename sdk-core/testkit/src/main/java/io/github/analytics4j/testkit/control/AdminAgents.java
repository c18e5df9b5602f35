package io.github.analytics4j.testkit.control;

import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.SynthflowAccount;
import io.github.analytics4j.testkit.SynthflowAgent;
import io.github.analytics4j.testkit.server.Refusal;
import io.github.analytics4j.testkit.server.Routes;
import java.util.Map;
import java.util.Set;

/** Synthflow's accounts and their agents. */
final class AdminAgents {
    private final Sandbox sandbox;

    AdminAgents(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    void addTo(Routes routes) {
        accounts(routes);
        routes.add("POST", "/agents", Set.of(), hit -> {
            Fields fields = Fields.of(hit.request().body());
            SynthflowAccount account = account(
                    sandbox,
                    fields.text("account", sandbox.synthflow().account().name()));
            String name = fields.text("name");
            int calls = fields.count("calls");
            Double pace = fields.has("callsPerDay") ? fields.decimal("callsPerDay") : null;
            fields.nothingElse();
            SynthflowAgent agent = pace == null ? account.addAgent(name, calls) : account.addAgent(name, calls, pace);
            return Responses.json(201, described(agent));
        });
        routes.add("DELETE", "/agents/*", Set.of(), hit -> {
            agent(sandbox, hit.star());
            sandbox.synthflow().accounts().stream()
                    .filter(account -> account.agents().stream()
                            .anyMatch(agent -> agent.modelId().equals(hit.star())))
                    .forEach(account -> account.removeAgent(hit.star()));
            return Responses.done();
        });
    }

    private void accounts(Routes routes) {
        routes.get(
                "/accounts",
                Set.of(),
                hit -> Responses.json(
                        200,
                        sandbox.synthflow().accounts().stream()
                                .map(AdminAgents::described)
                                .toList()));
        routes.add("POST", "/accounts", Set.of(), hit -> {
            Fields fields = Fields.of(hit.request().body());
            String name = fields.text("name");
            String region = fields.text("region", "");
            fields.nothingElse();
            if (sandbox.synthflow().accounts().stream()
                    .anyMatch(account -> account.name().equals(name))) {
                throw fields.wrong("name", "must be new; there is an account " + name + " already");
            }
            return Responses.json(201, described(sandbox.synthflow().addAccount(name, region)));
        });
    }

    /** The account of a name. */
    static SynthflowAccount account(Sandbox sandbox, String name) {
        return sandbox.synthflow().accounts().stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "There is no account " + name + "."));
    }

    /** The agent of an id, of any account. */
    static SynthflowAgent agent(Sandbox sandbox, String modelId) {
        try {
            return sandbox.synthflow().agent(modelId);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(404, "There is no agent " + modelId + ".");
        }
    }

    private static Map<String, Object> described(SynthflowAccount account) {
        return Responses.ordered(
                "name",
                account.name(),
                "region",
                account.region(),
                "baseUrl",
                account.baseUrl().toString(),
                "apiKey",
                account.apiKey(),
                "agents",
                account.agents().stream().map(AdminAgents::described).toList());
    }

    private static Map<String, Object> described(SynthflowAgent agent) {
        return Responses.ordered(
                "modelId",
                agent.modelId(),
                "name",
                agent.name(),
                "calls",
                agent.calls().size());
    }
}
