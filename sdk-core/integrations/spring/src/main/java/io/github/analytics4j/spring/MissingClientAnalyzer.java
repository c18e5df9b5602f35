package io.github.analytics4j.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Says at the start of an application that a client is missing for want of its key, before Spring says that a bean is missing. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingClientAnalyzer extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException> {
    private final ListableBeanFactory beans;
    private final Environment environment;

    MissingClientAnalyzer(BeanFactory beans, Environment environment) {
        this.beans = (ListableBeanFactory) beans;
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(
            Throwable rootFailure, NoSuchBeanDefinitionException failure, @Nullable String description) {
        Class<?> type = failure.getBeanType();
        for (Api api : Api.values()) {
            if (type != null
                    && api.client().equals(type.getName())
                    && failure.getNumberOfBeansFound() == 0
                    && beans.getBeanNamesForType(type, true, false).length == 0) {
                boolean ahead = AotDetector.useGeneratedArtifacts();
                return ahead || isForWantOfAKey(api) ? told(api, ahead, failure, description) : null;
            }
        }
        return null;
    }

    /** Whether there is no key, in an application that has our clients: a test of a part of one has none with a key either. */
    private boolean isForWantOfAKey(Api api) {
        return !StringUtils.hasText(environment.getProperty(api.property(Api.KEY)))
                && beans.getBeanNamesForType(ClientSetup.class, true, false).length > 0;
    }

    private static FailureAnalysis told(
            Api api, boolean ahead, NoSuchBeanDefinitionException failure, @Nullable String description) {
        String key = api.property(Api.KEY);
        String client = api.simpleClient();
        return new FailureAnalysis(
                (description == null ? "The application" : description) + " needs a " + client
                        + ", and there is none since " + key
                        + (ahead
                                ? " was not set, or blank, when the application was processed ahead of time."
                                : " is not set, or blank."),
                "Set " + key
                        + (ahead ? " where the application is built, to any text, as well as where it runs" : "")
                        + ", or define a " + client + " as a bean of your own."
                        + " A bean that can do without asks for an ObjectProvider<" + client + ">.",
                failure);
    }
}
