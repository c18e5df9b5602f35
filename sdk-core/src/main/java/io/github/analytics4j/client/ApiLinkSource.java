package io.github.analytics4j.client;

import io.github.analytics4j.download.LinkAnswer;
import io.github.analytics4j.download.LinkExchange;
import io.github.analytics4j.download.LinkSource;
import java.util.Map;

/** Asks the API for a link, with the key and with every retry and limit of the client, and does not follow it. */
final class ApiLinkSource implements LinkSource {
    private final OkHttpTransport transport;
    private final PreparedRequest request;

    ApiLinkSource(OkHttpTransport transport, PreparedRequest request) {
        this.transport = transport;
        this.request = request;
    }

    @Override
    public String identity() {
        return request.fullIdentity();
    }

    @Override
    public String masked(String text) {
        return transport.settings().credentials().mask().text(text);
    }

    @Override
    public LinkExchange ask(Map<String, String> headers) {
        return new Question(transport, request.withHeaders(headers));
    }

    private static final class Question implements LinkExchange {
        private final OkHttpTransport transport;
        private final CallRun<LinkAnswer> run;

        Question(OkHttpTransport transport, PreparedRequest request) {
            this.transport = transport;
            this.run = transport.linkRun(request);
        }

        @Override
        public LinkAnswer execute() {
            return transport.drive(run).value();
        }

        @Override
        public void cancel() {
            run.cancel("the download was given up");
            run.stop().endExchange(); // the call is over for us when its body is not
        }
    }
}
