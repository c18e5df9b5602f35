// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.client.Transport;
import java.util.function.Consumer;

final class DefaultAnalyticsApi implements AnalyticsApi {
    private final Transport transport;

    DefaultAnalyticsApi(Transport transport) {
        this.transport = transport;
    }

    @Override
    public Invocation<AnalyticsExport> prepareExport(Consumer<ExportRequest.Builder> fill) {
        return transport.prepare(SynthflowOperations.AnalyticsExport.OPERATION, ExportRequest.of(fill));
    }
}
