package io.github.analytics4j.download;

import io.github.analytics4j.client.StreamedExchange.StreamedResponse;
import io.github.analytics4j.download.DownloadedFile.IntegrityCheck;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/** Finds the checksums a server states of the whole file, and computes them over the bytes as they go by. */
final class Checksums {
    private static final Map<IntegrityCheck, Integer> BYTES = Map.of(
            IntegrityCheck.MD5, 16,
            IntegrityCheck.SHA1, 20,
            IntegrityCheck.SHA256, 32,
            IntegrityCheck.SHA512, 64,
            IntegrityCheck.CRC32, 4,
            IntegrityCheck.CRC32C, 4);
    private static final Map<String, IntegrityCheck> NAMES = Map.of(
            "md5", IntegrityCheck.MD5,
            "sha", IntegrityCheck.SHA1,
            "sha1", IntegrityCheck.SHA1,
            "sha-256", IntegrityCheck.SHA256,
            "sha256", IntegrityCheck.SHA256,
            "sha-512", IntegrityCheck.SHA512,
            "crc32", IntegrityCheck.CRC32,
            "crc32c", IntegrityCheck.CRC32C);
    private static final Pattern MD5_TAG = Pattern.compile("\"([0-9a-fA-F]{32})\"");

    private final List<Running> running;

    Checksums(List<StatedSum> stated) {
        this.running = stated.stream().map(Running::of).toList();
    }

    /** Adds bytes; the buffer's position is as before afterwards. */
    void update(ByteBuffer bytes) {
        for (Running one : running) {
            one.update().accept(bytes.duplicate());
        }
    }

    /** A stated checksum that is not the one of these bytes, or null; a doubtful one only if there is no other. */
    @Nullable
    StatedSum mismatch() {
        StatedSum doubt = null;
        for (Running one : running) {
            if (!one.isRight() && !one.stated().isDoubtful()) {
                return one.stated();
            }
            doubt = one.isRight() ? doubt : one.stated();
        }
        return doubt;
    }

    /** Whether a stated checksum is the one of these bytes. */
    boolean anyRight() {
        return running.stream().anyMatch(Running::isRight);
    }

    /**
     * The checksums a server really states of the whole file: a range's own checksum, a composite of an upload in parts and
     * an entity tag that only looks like an MD5 are none.
     */
    static List<StatedSum> stated(StreamedResponse response) {
        List<StatedSum> found = new ArrayList<>();
        if (response.status() == 200) {
            // On a 206 these two are of the range.
            add(found, IntegrityCheck.MD5, response.header("Content-MD5"), "Content-MD5");
            addList(found, response, "Content-Digest");
        }
        addList(found, response, "Repr-Digest");
        addList(found, response, "Digest");
        if (!decodedOnTheWay(response)) {
            addList(found, response, "x-goog-hash");
        }
        addAmazon(found, response);
        return found;
    }

    /** {@code sha-256=:…:, md5=…}: RFC 9530 sets colons, RFC 3230 and Google do not. */
    private static void addList(List<StatedSum> found, StreamedResponse response, String header) {
        String value = response.header(header);
        for (String item : value == null ? new String[0] : value.split(",", 20)) {
            int equals = item.indexOf('=');
            IntegrityCheck check = equals < 0
                    ? null
                    : NAMES.get(item.substring(0, equals).trim().toLowerCase(Locale.ROOT));
            if (check != null) {
                String sum = item.substring(equals + 1).trim();
                boolean framed = sum.length() > 1 && sum.startsWith(":") && sum.endsWith(":");
                add(found, check, framed ? sum.substring(1, sum.length() - 1) : sum, header);
            }
        }
    }

    /** Google decodes what is stored as gzip for a client that does not ask for gzip, and states the sums of what is stored. */
    private static boolean decodedOnTheWay(StreamedResponse response) {
        return "gzip".equalsIgnoreCase(response.header("x-goog-stored-content-encoding"))
                && FileFacts.coding(response.header("Content-Encoding")) == null;
    }

    private static void addAmazon(List<StatedSum> found, StreamedResponse response) {
        if (!"COMPOSITE".equalsIgnoreCase(response.header("x-amz-checksum-type"))) {
            for (String name : List.of("sha256", "sha1", "crc32", "crc32c")) {
                IntegrityCheck check = NAMES.get(name);
                String header = "x-amz-checksum-" + name;
                if (check != null) {
                    add(found, check, response.header(header), header);
                }
            }
        }
        String tag = response.header(StatedSum.TAG);
        Matcher md5 = MD5_TAG.matcher(tag == null ? "" : tag.trim());
        if (md5.matches() && tagIsMd5(response)) {
            found.add(new StatedSum(IntegrityCheck.MD5, md5.group(1).toLowerCase(Locale.ROOT), StatedSum.TAG));
        }
    }

    /** S3's tag is the MD5 unless it was uploaded in parts (then it has a dash) or encrypted with a key of its own. */
    private static boolean tagIsMd5(StreamedResponse response) {
        String encryption = response.header("x-amz-server-side-encryption");
        return response.header("x-amz-request-id") != null
                && (encryption == null || encryption.equalsIgnoreCase("AES256"))
                && response.header("x-amz-server-side-encryption-customer-algorithm") == null;
    }

    private static void add(List<StatedSum> found, IntegrityCheck check, @Nullable String base64, String header) {
        byte[] value = decode(base64);
        Integer bytes = BYTES.get(check);
        if (value != null && bytes != null && value.length == bytes) {
            found.add(new StatedSum(check, HexFormat.of().formatHex(value), header));
        }
    }

    private static byte @Nullable [] decode(@Nullable String base64) {
        try {
            return base64 == null ? null : Base64.getDecoder().decode(base64.trim());
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    /**
     * A checksum of the whole file, as the server stated it.
     *
     * @param check which one
     * @param hex its value in hexadecimal
     * @param header where it was stated, for messages
     */
    record StatedSum(IntegrityCheck check, String hex, String header) {
        private static final String TAG = "ETag";

        /** Whether a file without it may be right all the same: no rule says that an entity tag is a checksum. */
        boolean isDoubtful() {
            return header.equals(TAG);
        }
    }

    /** A stated checksum, and the same over the bytes so far. */
    private record Running(StatedSum stated, Consumer<ByteBuffer> update, Supplier<String> hex) {
        static Running of(StatedSum sum) {
            return switch (sum.check()) {
                case CRC32 -> cyclic(sum, new CRC32());
                case CRC32C -> cyclic(sum, new CRC32C());
                case MD5 -> digest(sum, "MD5");
                case SHA1 -> digest(sum, "SHA-1");
                case SHA256 -> digest(sum, "SHA-256");
                case SHA512 -> digest(sum, "SHA-512");
                case LENGTH -> throw new IllegalArgumentException("a length is no checksum");
            };
        }

        private static Running cyclic(StatedSum sum, Checksum checksum) {
            return new Running(sum, checksum::update, () -> HexFormat.of().toHexDigits((int) checksum.getValue()));
        }

        private static Running digest(StatedSum sum, String algorithm) {
            try {
                MessageDigest digest = MessageDigest.getInstance(algorithm);
                return new Running(sum, digest::update, () -> hexOf(digest));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has " + algorithm, e);
            }
        }

        /** Of a copy: bytes may follow. */
        private static String hexOf(MessageDigest digest) {
            try {
                return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("Java's own digests can be copied", e);
            }
        }

        boolean isRight() {
            return hex.get().equals(stated.hex());
        }
    }
}
