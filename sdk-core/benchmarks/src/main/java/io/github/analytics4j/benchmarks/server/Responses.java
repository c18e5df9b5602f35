package io.github.analytics4j.benchmarks.server;

import io.github.analytics4j.benchmarks.rows.Dialect;
import io.github.analytics4j.benchmarks.rows.PageSlice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/**
 * Finds the response to a request. Rows are rendered when a dialect is first asked for, which no measured request does; a page is
 * compressed when it is first asked for, which the first pass of a process may do.
 */
final class Responses {
    private static final int BLOCK = 1 << 20;
    private static final int MAX_LIMIT = 100;

    /** Behind the name of a dialect whose pages are compressed. */
    private static final String COMPRESSED = ".gz";

    private final Map<String, RowStore> stores = new ConcurrentHashMap<>();
    private final Map<String, ByteBuffer> compressed = new ConcurrentHashMap<>();
    private final ByteBuffer block = fileBlock();

    Response answer(Request request) throws InterruptedException {
        List<String> path = request.path();
        return switch (path.get(0)) {
            case "c" -> page(path, request.query());
            case "f" -> file(request);
            default -> Response.notFound();
        };
    }

    /** {@code /c/<calls>/<delay ms>/<dialect>/...}; {@code .gz} behind the dialect for pages that are compressed. */
    private Response page(List<String> path, Map<String, String> query) throws InterruptedException {
        Thread.sleep(Integer.parseInt(path.get(2)));
        boolean compresses = path.get(3).endsWith(COMPRESSED);
        String name = path.get(3).replace(COMPRESSED, "");
        Dialect dialect = Dialect.named(name);
        long total = Long.parseLong(path.get(1));
        int limit = Math.min(MAX_LIMIT, Integer.parseInt(query.getOrDefault("limit", "20")));
        long from = Math.min(total, dialect.offset(query));
        PageSlice page = new PageSlice(from, Math.min(total, from + limit), total, limit);
        List<ByteBuffer> parts = new ArrayList<>();
        parts.add(Response.bytes(dialect.head(page)));
        parts.addAll(store(name, total).rows(page));
        parts.add(Response.bytes(dialect.tail(page)));
        return compresses
                ? Response.compressed(compressed.computeIfAbsent(name + page, key -> gzip(parts)))
                : Response.page(parts);
    }

    private static ByteBuffer gzip(List<ByteBuffer> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WritableByteChannel gzip = Channels.newChannel(new GZIPOutputStream(out))) {
            for (ByteBuffer part : parts) {
                gzip.write(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteBuffer.allocateDirect(out.size()).put(out.toByteArray()).flip();
    }

    /** A store of at least this many rows: one store a dialect serves logs of every size. */
    private RowStore store(String dialect, long rows) {
        return stores.compute(
                dialect, (name, known) -> known != null && known.size() >= rows ? known : RowStore.render(name, rows));
    }

    /** {@code /f/<bytes>/...}: a report is ready as soon as it was asked for, its link points at the file. */
    private Response file(Request request) {
        List<String> path = request.path();
        String last = path.get(path.size() - 1);
        if (last.equals("reports")) {
            return Response.json("{\"reportId\":\"rpt_1\",\"status\":\"generating\",\"estimatedSeconds\":0}");
        }
        if (last.equals("download")) {
            return Response.redirect("http://" + request.host() + "/f/" + path.get(1) + "/file");
        }
        return Response.file(block, Long.parseLong(path.get(1)));
    }

    private static ByteBuffer fileBlock() {
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        while (block.hasRemaining()) {
            block.put((byte) (block.position() % 80 == 79 ? '\n' : 'a' + block.position() % 26));
        }
        return block.flip();
    }
}
