/** The web servers: connections, requests, answers, limits. For the sandbox itself: not part of its API. */
@NullMarked
package io.github.analytics4j.testkit.server;

import org.jspecify.annotations.NullMarked;
