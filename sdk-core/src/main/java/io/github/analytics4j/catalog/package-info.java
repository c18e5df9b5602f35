/**
 * An API as data: its operations with their parameters, its tables with their columns, and a client opened from settings. It
 * is for programs that know no API by name, such as a command, a database or an export; the API modules are found by {@link
 * java.util.ServiceLoader}, on the class path and on the module path.
 *
 * <p>{@link io.github.analytics4j.catalog.ApiCatalog#all()} is the way in. What a catalogue holds is generated from the spec of
 * the API; nothing here uses reflection, and nothing of it is built before it is asked for.
 */
@NullMarked
package io.github.analytics4j.catalog;

import org.jspecify.annotations.NullMarked;
