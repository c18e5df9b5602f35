package io.github.analytics4j.error;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what is public only because generated code, or another package of this SDK, needs it: no part of the API, free to
 * change in any release. The Javadoc of what it marks ends with {@code @hidden}, so that the javadoc tool leaves it out.
 * It stands in this package because every other one may know this one.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.FIELD})
public @interface GeneratedCodeApi {}
