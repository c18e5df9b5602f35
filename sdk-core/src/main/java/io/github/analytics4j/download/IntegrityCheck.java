package io.github.analytics4j.download;

/** A statement of the server that a finished download was checked against. */
public enum IntegrityCheck {
    /** The length the server stated. */
    LENGTH,
    /** An MD5 sum the server stated. */
    MD5,
    /** A SHA-1 sum the server stated. */
    SHA1,
    /** A SHA-256 sum the server stated. */
    SHA256,
    /** A SHA-512 sum the server stated. */
    SHA512,
    /** A CRC-32 the server stated. */
    CRC32,
    /** A CRC-32C the server stated. */
    CRC32C
}
