package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.data.Rows.Found;
import io.github.analytics4j.testkit.vendor.synthflow.CallAgent;
import io.github.analytics4j.testkit.vendor.synthflow.CallEdit;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The log of an agent's calls, whose calls can be made, changed and deleted one by one. */
public final class CallLog extends RowLog {
    private final CallAgent agent;

    CallLog(CallAgent agent) {
        super(agent.calls());
        this.agent = agent;
    }

    /**
     * Adds a call, where its start belongs. Without more it starts now.
     *
     * @param call sets what is not to be as the sandbox makes it
     * @return its id
     */
    public String add(Consumer<SandboxCall> call) {
        SandboxCall told = new SandboxCall(Instant.ofEpochMilli(rows.timeline().now()), null);
        call.accept(told);
        Found result = told.result();
        return agent.id(rows.add(result.time(), 1, result.edit()));
    }

    /**
     * Changes a call after the fact: its status, its labels, its start over midnight.
     *
     * @param id of a call in this log
     * @param call sets what is to become another
     * @throws IllegalArgumentException if there is no call with this id
     */
    public void change(String id, Consumer<SandboxCall> call) {
        boolean found = rows.change(key(id), before -> {
            SandboxCall told = new SandboxCall(Instant.ofEpochMilli(before.time()), (CallEdit) before.edit());
            call.accept(told);
            return told.result();
        });
        if (!found) {
            throw unknown(id);
        }
    }

    /**
     * Deletes a call.
     *
     * @param id of a call in this log
     * @throws IllegalArgumentException if there is no call with this id
     */
    public void delete(String id) {
        if (!rows.delete(key(id))) {
            throw unknown(id);
        }
    }

    /**
     * {@return whether there is a call with this id; also one that is not shown yet, or no longer}
     *
     * @param id a call's
     */
    public boolean contains(String id) {
        OptionalLong key = agent.key(id);
        return key.isPresent() && rows.contains(key.getAsLong());
    }

    private long key(String id) {
        return agent.key(id).orElseThrow(() -> unknown(id));
    }

    private IllegalArgumentException unknown(@Nullable String id) {
        return new IllegalArgumentException("the log of " + agent.name() + " holds no call " + id);
    }
}
