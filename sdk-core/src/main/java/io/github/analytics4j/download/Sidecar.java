package io.github.analytics4j.download;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What is written beside a part file: which download it belongs to and which version of the file.
 *
 * <p>The position is how much was there when this was written: the length of the part file is the truth, since it
 * outlives a killed process.
 *
 * @param identity names the download
 * @param facts what the server said of the file
 * @param position how many bytes there were
 * @param owner tells this writer from another
 */
record Sidecar(String identity, FileFacts facts, long position, String owner) {
    private static final String HEAD = "analytics4j-download: 1";

    /** As text, one fact a line, with a checksum at the end that tells a torn write. */
    String toText() {
        StringBuilder out = new StringBuilder(HEAD).append('\n');
        line(out, "identity", identity);
        line(out, "owner", owner);
        line(out, "etag", facts.validator().etag());
        line(out, "last-modified", facts.validator().lastModified());
        line(out, "length", facts.total() < 0 ? null : Long.toString(facts.total()));
        line(out, "position", Long.toString(position));
        line(out, "content-type", facts.contentType());
        line(out, "coding", facts.coding());
        for (StatedSum sum : facts.sums()) {
            line(out, "sum", sum.check() + " " + sum.hex() + " " + sum.header());
        }
        String sum = checksum(out.toString());
        return out.append("end: ").append(sum).append('\n').toString();
    }

    /** Reads it back; null if it is torn, foreign or of another version. */
    static @Nullable Sidecar parse(String text) {
        int end = text.lastIndexOf("end: ");
        if (!text.startsWith(HEAD + "\n") || end < 0) {
            return null;
        }
        String body = text.substring(0, end);
        if (!text.substring(end + 5).startsWith(checksum(body))) {
            return null;
        }
        try {
            return fields(body);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Sidecar fields(String body) {
        Map<String, String> fields = new HashMap<>();
        List<StatedSum> sums = new ArrayList<>();
        for (String line : body.split("\n", -1)) {
            int colon = line.indexOf(": ");
            if (line.startsWith("sum: ")) {
                String[] parts = line.substring(5).split(" ", 3);
                sums.add(new StatedSum(Check.valueOf(parts[0]), parts[1], parts.length > 2 ? parts[2] : ""));
            } else if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        String identity = fields.get("identity");
        if (identity == null) {
            return null;
        }
        FileFacts facts = new FileFacts(
                new Validator(fields.get("etag"), fields.get("last-modified")),
                Long.parseLong(fields.getOrDefault("length", "-1")),
                sums,
                fields.get("content-type"),
                null,
                fields.get("coding"));
        return new Sidecar(
                identity,
                facts,
                Long.parseLong(fields.getOrDefault("position", "0")),
                fields.getOrDefault("owner", ""));
    }

    private static void line(StringBuilder out, String name, @Nullable String value) {
        if (value != null) {
            // A header has no line ends; an identity must not bring any.
            out.append(name)
                    .append(": ")
                    .append(value.replaceAll("[\\r\\n]", " "))
                    .append('\n');
        }
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
