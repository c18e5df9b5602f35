/**
 * Bytes to records and back, without losing anything.
 *
 * <p>Generated codecs pull values out of a {@link io.github.analytics4j.json.JsonReader}, which reads the bytes as the
 * socket delivers them: field names are matched without becoming strings, absent fields cost nothing. The bytes are known
 * to one class, {@code ByteReader}; everything else asks it for tokens. What the spec did
 * not foresee (an unknown field, a number where text was promised, an explicit null) never fails a document; it is kept
 * in the record's {@link io.github.analytics4j.json.UnexpectedContent} and written back by
 * {@link io.github.analytics4j.json.JsonWriter}, so that decoding and encoding gives the same tree. Moshi writes; its
 * reader stays off the hot path, where it would cost more than all the work around it, and is the oracle our reader is
 * tested against. Where the two differ on purpose, ours follows the standard: control characters in strings, the escape
 * of an apostrophe or a line end, and literals in upper case are refused; a byte order mark at the start is passed over.
 *
 * <p>Broken JSON is a {@link io.github.analytics4j.json.JsonSyntaxException}; trouble of the stream underneath passes
 * through as the {@link java.io.IOException} it is. The two are never confused.
 */
@NullMarked
package io.github.analytics4j.json;

import org.jspecify.annotations.NullMarked;
