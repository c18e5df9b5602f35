package io.github.analytics4j.download;

import io.github.analytics4j.client.StreamedResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the checksums a server really states of the whole file.
 *
 * <p>A range's own checksum, a composite of an upload in parts and an entity tag that only looks like an MD5 are none.
 */
final class StatedSums {
    private static final Map<Check, Integer> BYTES =
            Map.of(Check.MD5, 16, Check.SHA1, 20, Check.SHA256, 32, Check.SHA512, 64, Check.CRC32, 4, Check.CRC32C, 4);
    private static final Map<String, Check> NAMES = Map.of(
            "md5", Check.MD5,
            "sha", Check.SHA1,
            "sha1", Check.SHA1,
            "sha-256", Check.SHA256,
            "sha256", Check.SHA256,
            "sha-512", Check.SHA512,
            "crc32", Check.CRC32,
            "crc32c", Check.CRC32C);
    private static final Pattern MD5_TAG = Pattern.compile("\"([0-9a-fA-F]{32})\"");

    private StatedSums() {}

    static List<StatedSum> of(StreamedResponse answer) {
        List<StatedSum> found = new ArrayList<>();
        if (answer.status() == 200) {
            // On a 206 these two are of the range.
            add(found, Check.MD5, answer.header("Content-MD5"), "Content-MD5");
            addList(found, answer, "Content-Digest");
        }
        addList(found, answer, "Repr-Digest");
        addList(found, answer, "Digest");
        if (!decodedOnTheWay(answer)) {
            addList(found, answer, "x-goog-hash");
        }
        addAmazon(found, answer);
        return found;
    }

    /** {@code sha-256=:…:, md5=…}: RFC 9530 sets colons, RFC 3230 and Google do not. */
    private static void addList(List<StatedSum> found, StreamedResponse answer, String header) {
        String value = answer.header(header);
        for (String item : value == null ? new String[0] : value.split(",", 20)) {
            int equals = item.indexOf('=');
            Check check = equals < 0
                    ? null
                    : NAMES.get(item.substring(0, equals).trim().toLowerCase(Locale.ROOT));
            if (check != null) {
                String sum = item.substring(equals + 1).trim();
                boolean framed = sum.length() > 1 && sum.startsWith(":") && sum.endsWith(":");
                add(found, check, framed ? sum.substring(1, sum.length() - 1) : sum, header);
            }
        }
    }

    /** Google decodes what is stored as gzip for whoever does not ask for gzip, and states the sums of what is stored. */
    private static boolean decodedOnTheWay(StreamedResponse answer) {
        return "gzip".equalsIgnoreCase(answer.header("x-goog-stored-content-encoding"))
                && FileFacts.coding(answer.header("Content-Encoding")) == null;
    }

    private static void addAmazon(List<StatedSum> found, StreamedResponse answer) {
        if (!"COMPOSITE".equalsIgnoreCase(answer.header("x-amz-checksum-type"))) {
            for (String name : List.of("sha256", "sha1", "crc32", "crc32c")) {
                Check check = NAMES.get(name);
                String header = "x-amz-checksum-" + name;
                if (check != null) {
                    add(found, check, answer.header(header), header);
                }
            }
        }
        String tag = answer.header(StatedSum.TAG);
        Matcher md5 = MD5_TAG.matcher(tag == null ? "" : tag.trim());
        if (md5.matches() && tagIsMd5(answer)) {
            found.add(StatedSum.of(Check.MD5, HexFormat.of().parseHex(md5.group(1)), StatedSum.TAG));
        }
    }

    /** S3's tag is the MD5 unless it was uploaded in parts (then it has a dash) or encrypted with a key of its own. */
    private static boolean tagIsMd5(StreamedResponse answer) {
        String encryption = answer.header("x-amz-server-side-encryption");
        return answer.header("x-amz-request-id") != null
                && (encryption == null || encryption.equalsIgnoreCase("AES256"))
                && answer.header("x-amz-server-side-encryption-customer-algorithm") == null;
    }

    private static void add(List<StatedSum> found, Check check, @Nullable String base64, String header) {
        byte[] value = decode(base64);
        Integer bytes = BYTES.get(check);
        if (value != null && bytes != null && value.length == bytes) {
            found.add(StatedSum.of(check, value, header));
        }
    }

    private static byte @Nullable [] decode(@Nullable String base64) {
        try {
            return base64 == null ? null : Base64.getDecoder().decode(base64.trim());
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
