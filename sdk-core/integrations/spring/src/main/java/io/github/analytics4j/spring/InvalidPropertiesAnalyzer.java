package io.github.analytics4j.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at the start of an application which properties of a client are wrong, in the place of a stack trace. */
final class InvalidPropertiesAnalyzer extends AbstractFailureAnalyzer<InvalidClientException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, InvalidClientException failure) {
        Throwable cause = failure.getCause();
        return new FailureAnalysis(
                "A client cannot be made of its properties: " + failure.getMessage(),
                "Change the properties that begin with " + ClientSetup.PREFIX
                        + ", in application.properties or the environment"
                        + (cause == null ? "." : ", or define the client as a bean of your own."),
                cause == null ? failure : cause);
    }
}
