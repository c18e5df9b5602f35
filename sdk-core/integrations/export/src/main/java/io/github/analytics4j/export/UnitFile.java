package io.github.analytics4j.export;

/**
 * A file that holds a unit.
 *
 * @param file its final name, relative to the sink's folder
 * @param size in bytes
 * @param sha256 in hex
 */
record UnitFile(String file, long size, String sha256) {}
