/**
 * The tables of every API found on the class path as a data source of Apache Spark, {@code format("analytics4j")}: {@link
 * io.github.analytics4j.spark.AnalyticsSource} is the way in.
 */
@NullMarked
package io.github.analytics4j.spark;

import org.jspecify.annotations.NullMarked;
