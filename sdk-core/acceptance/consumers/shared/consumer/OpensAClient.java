package consumer;

import io.github.analytics4j.synthflow.SynthflowClient;

/** Opens a client and closes it again, without a sandbox, which would complain first. */
public final class OpensAClient {
    private OpensAClient() {}

    public static void main(String[] args) {
        SynthflowClient.builder().apiKey("a-key").build().close();
        System.out.println("ok: opened");
    }
}
