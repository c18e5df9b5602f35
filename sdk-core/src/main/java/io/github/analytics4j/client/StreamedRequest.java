package io.github.analytics4j.client;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.util.Map;

/**
 * A request to the API whose response is streamed, and the way to the host that the API sends us to. Each exchange is sent on
 * its own; nothing is sent before one is executed. Immutable, and safe for use by several threads.
 *
 * @hidden
 */
@GeneratedCodeApi
public final class StreamedRequest {
    private final OkHttpTransport transport;
    private final PreparedRequest request;

    StreamedRequest(OkHttpTransport transport, PreparedRequest request) {
        this.transport = transport;
        this.request = request;
    }

    /** Names the request, the same in every process and without a secret: operation, path parameters and origin. */
    public String identity() {
        return request.fullIdentity();
    }

    /** A text from outside without the credentials of the client, should a server repeat them. */
    public String masked(String text) {
        return transport.config().credentials().mask().text(text);
    }

    /**
     * Prepares an exchange with the API, with the key and with every retry and limit of the client. A redirect is not
     * followed; it and a success are the response, anything else is thrown by {@link StreamedExchange#execute()} as the
     * exception it is everywhere.
     *
     * @param headers are sent beside those of the request
     */
    public StreamedExchange exchange(Map<String, String> headers) {
        return new ApiExchange(transport, request.withHeaders(headers));
    }

    /** The clocks of the client. */
    public TimeSource time() {
        return transport.config().time();
    }

    /** Opens the addresses that the API redirects to, on the connections of the client. */
    public StreamOpener opener() {
        return transport.opener();
    }

    private static final class ApiExchange implements StreamedExchange {
        private final OkHttpTransport transport;
        private final ApiCall<StreamedResponse> call;

        ApiExchange(OkHttpTransport transport, PreparedRequest request) {
            this.transport = transport;
            this.call = transport.streamedCall(request);
        }

        @Override
        public StreamedResponse execute() {
            return transport.drive(call).value();
        }

        @Override
        public void cancel() {
            call.cancel("the download was given up");
            call.stop().endExchange(); // the call is over for us when its body is not
        }
    }
}
