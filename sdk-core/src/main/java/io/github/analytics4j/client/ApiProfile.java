package io.github.analytics4j.client;

/**
 * What an API module says about itself.
 *
 * @param client the name of its client, for messages: {@code SynthflowClient}
 * @param keyVariable the environment variable for the key
 * @param urlVariable the environment variable for the base URL
 * @param help sentences for errors that have a special cause with this API
 */
public record ApiProfile(String client, String keyVariable, String urlVariable, ErrorHelp help) {

    /** The same with other sentences. */
    public ApiProfile withHelp(ErrorHelp other) {
        return new ApiProfile(client, keyVariable, urlVariable, other);
    }
}
