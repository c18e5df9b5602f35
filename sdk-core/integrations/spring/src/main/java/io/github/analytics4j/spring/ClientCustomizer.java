package io.github.analytics4j.spring;

import io.github.analytics4j.client.AbstractClientBuilder;

/**
 * Changes the clients that are made of properties, each before it is opened. Every bean of this type is applied, behind the
 * properties and in the order of Spring's {@code @Order}.
 */
@FunctionalInterface
public interface ClientCustomizer {

    /**
     * Changes a client.
     *
     * @param api the API's name, such as {@code synthflow}
     * @param builder has the properties set already
     */
    void customize(String api, AbstractClientBuilder<?> builder);
}
