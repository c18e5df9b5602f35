/**
 * Clients as beans of a Spring Boot application: one for each API that has a key, with properties, metrics through Micrometer and
 * records as the vendor's JSON.
 */
@NullMarked
package io.github.analytics4j.spring;

import org.jspecify.annotations.NullMarked;
