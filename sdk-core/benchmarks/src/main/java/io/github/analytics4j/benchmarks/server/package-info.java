/**
 * The server everyone reads from, in a process of its own: HTTP/1.1 over plain sockets, answers rendered before they are asked
 * for and written from direct memory, so that on two cores the client is what is measured. The same answers are to be had over TLS,
 * by HTTP/1.1 and HTTP/2.
 *
 * <p>Where a request points says what it wants: {@code /c/<calls>/<delay ms>/<dialect>/...} is a list, {@code /f/<bytes>/...} a
 * report and its file.
 */
@NullMarked
package io.github.analytics4j.benchmarks.server;

import org.jspecify.annotations.NullMarked;
