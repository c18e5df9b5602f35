/**
 * Walks over pages that lose nothing, made from plain functions: this package knows neither HTTP nor JSON.
 *
 * <p>A {@link io.github.analytics4j.page.Paged} is a request that has not been asked yet; each of its iterators is a
 * walk of its own. A walk has three parts. An engine decides what to ask next and which rows of a response are new; it
 * does no I/O and is the same for every way of calling. A feed fetches what the engine wants, one page at a time or
 * several ahead, and hands responses over in the engine's order. A thin front, the iterator, the future or the publisher,
 * gives the rows to the user. One engine is for offsets and page numbers and proves that neighbouring pages touch by
 * letting them overlap, one is for operations with a bare limit and narrows the time window until each response is short, and
 * one takes a list that comes whole with one response.
 */
@NullMarked
package io.github.analytics4j.page;

import org.jspecify.annotations.NullMarked;
