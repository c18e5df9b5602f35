package io.github.analytics4j.benchmarks.server;

import io.github.analytics4j.benchmarks.rows.Dialect;
import io.github.analytics4j.benchmarks.rows.PageSlice;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the answer to a request. Rows are rendered when a dialect is first asked for, which no measured request does. */
final class Answers {
    private static final int BLOCK = 1 << 20;
    private static final int MAX_LIMIT = 100;

    private final Map<String, RowStore> stores = new ConcurrentHashMap<>();
    private final ByteBuffer block = fileBlock();

    Answer answer(Request request) throws InterruptedException {
        List<String> path = request.path();
        return switch (path.get(0)) {
            case "c" -> page(path, request.query());
            case "f" -> file(request);
            default -> Answer.notFound();
        };
    }

    /** {@code /c/<calls>/<delay ms>/<dialect>/...}. */
    private Answer page(List<String> path, Map<String, String> query) throws InterruptedException {
        Thread.sleep(Integer.parseInt(path.get(2)));
        Dialect dialect = Dialect.named(path.get(3));
        long total = Long.parseLong(path.get(1));
        int limit = Math.min(MAX_LIMIT, Integer.parseInt(query.getOrDefault("limit", "20")));
        long from = Math.min(total, dialect.offset(query));
        PageSlice page = new PageSlice(from, Math.min(total, from + limit), total, limit);
        return Answer.page(List.of(
                Answer.bytes(dialect.head(page)),
                store(path.get(3), total).rows(page),
                Answer.bytes(dialect.tail(page))));
    }

    /** A store of at least this many rows: one store a dialect serves logs of every size. */
    private RowStore store(String dialect, long rows) {
        return stores.compute(
                dialect, (name, known) -> known != null && known.size() >= rows ? known : RowStore.render(name, rows));
    }

    /** {@code /f/<bytes>/...}: a report is ready as soon as it was asked for, its link points at the file. */
    private Answer file(Request request) {
        List<String> path = request.path();
        String last = path.get(path.size() - 1);
        if (last.equals("reports")) {
            return Answer.json("{\"reportId\":\"rpt_1\",\"status\":\"generating\",\"estimatedSeconds\":0}");
        }
        if (last.equals("download")) {
            return Answer.redirect("http://" + request.host() + "/f/" + path.get(1) + "/file");
        }
        return Answer.file(block, Long.parseLong(path.get(1)));
    }

    private static ByteBuffer fileBlock() {
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        while (block.hasRemaining()) {
            block.put((byte) (block.position() % 80 == 79 ? '\n' : 'a' + block.position() % 26));
        }
        return block.flip();
    }
}
