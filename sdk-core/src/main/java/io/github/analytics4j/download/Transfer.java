package io.github.analytics4j.download;

import io.github.analytics4j.error.DownloadException.Reason;
import io.github.analytics4j.error.NoAnswerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run: connects, judges, pumps, and after a break does so again, until the target has the whole file or it is of no
 * use to go on. Used by one thread.
 */
final class Transfer {
    /**
     * How far a range reaches back into what is there. Comparing it costs a packet and tells a changed file even where
     * the server states nothing to tell it by; and no range ever begins behind the end of the file.
     */
    static final int OVERLAP = 1024;

    private final Connector connector;
    private final Target target;
    private final Watch watch;
    private final DownloadOptions options;
    private final Timing timing;
    private final Patience patience;
    private final Complaints complaints;
    private final ProgressMeter meter;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(Chunks.SIZE);
    private boolean rangesUsable = true;
    private long mark;

    Transfer(Connector connector, Target target, Watch watch, DownloadOptions options, Timing timing) {
        this.connector = connector;
        this.target = target;
        this.watch = watch;
        this.options = options;
        this.timing = timing;
        this.patience = new Patience(options, timing);
        this.complaints = new Complaints(target, connector);
        this.meter = new ProgressMeter(timing, options, target.position());
    }

    /** Runs to the end: returns when every byte is there and verified, throws otherwise. */
    void run() throws IOException {
        meter.tell(target, null);
        boolean complete = false;
        while (!complete) {
            while (!tryOnce()) {
                watch.check(target.kept());
            }
            complete = verified();
        }
        meter.tell(target, null);
    }

    /** One connection; true when the end of the file was reached. */
    private boolean tryOnce() throws IOException {
        watch.check(target.kept());
        mark = target.position();
        LinkAnswer answer;
        try {
            answer = connector.connect(headers());
        } catch (BadLinkException e) {
            throw complaints.of(Reason.BAD_REDIRECT, e.getMessage() == null ? "bad redirect" : e.getMessage());
        } catch (IOException e) {
            broke(e);
            return false;
        } catch (NoAnswerException e) {
            watch.check(target.kept()); // what ended the question to the API may have been us
            throw e;
        }
        try (answer) {
            return judge(answer);
        } catch (SourceException e) {
            broke(e.trouble());
            return false;
        } finally {
            watch.on(null);
        }
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept-Encoding", "identity");
        long from = target.position() - OVERLAP;
        if (rangesUsable && from > 0) {
            headers.put("Range", "bytes=" + from + "-");
            String validator = target.facts().validator().ifRange();
            if (validator != null) {
                headers.put("If-Range", validator);
            }
        }
        return headers;
    }

    private boolean judge(LinkAnswer answer) throws IOException, SourceException {
        Chunks chunks = new Chunks(answer.body(), buffer, watch, timing.nanoTime());
        ContentRange range = ContentRange.parse(answer.header("Content-Range"));
        boolean bytes = answer.status() == 200 || answer.status() == 206;
        ByteBuffer first = bytes || answer.status() >= 400 ? next(chunks, ErrorPageGuard.SNIFFED) : null;
        if (bytes && !isTheFile(answer, range, first)) {
            return false;
        }
        FileFacts said = FileFacts.of(answer);
        String code = bytes || first == null ? null : ErrorPageGuard.errorCode(text(first));
        Verdict verdict = Verdict.of(answer.status(), range, said, target.facts(), target.position(), code);
        return switch (verdict.action()) {
            case GO_ON -> pump(answer, chunks, first, verdict.at(), said);
            case BEGIN_ANEW -> {
                restart(verdict.why());
                yield pump(answer, chunks, first, 0, said);
            }
            case ASK_FOR_ALL -> {
                rangesUsable = range != null || answer.status() == 416;
                restart(verdict.why());
                yield false;
            }
            case NEW_LINK -> renew(Reason.LINK_REFUSED, verdict.why());
            case TRY_AGAIN -> later(verdict.why(), RetryAfter.of(answer));
            case GIVE_UP -> throw complaints.of(Reason.LINK_REFUSED, "no file came: " + verdict.why());
        };
    }

    /** True if these may be bytes of the file; false if another link may bring them. */
    private boolean isTheFile(LinkAnswer answer, @Nullable ContentRange range, @Nullable ByteBuffer first) {
        String coding = answer.header("Content-Encoding");
        if (coding != null && !coding.isBlank() && !coding.trim().equalsIgnoreCase("identity")) {
            throw complaints.of(
                    Reason.NOT_THE_FILE, "the bytes are encoded (" + coding.trim() + ") though they must not be");
        }
        boolean beginning = answer.status() == 200 || range != null && range.first() == 0;
        String objection =
                ErrorPageGuard.objection(options.kind(), answer.header("Content-Type"), beginning ? first : null);
        return objection == null
                || renew(Reason.NOT_THE_FILE, "what came is not the " + options.kind() + " file: " + objection);
    }

    /** Takes the body, which begins at {@code at}; what is already there is compared. True at the end of the file. */
    private boolean pump(LinkAnswer answer, Chunks chunks, @Nullable ByteBuffer first, long at, FileFacts said)
            throws IOException, SourceException {
        FileFacts facts = target.position() == 0 ? said : target.facts().and(said);
        limit(facts.total());
        if (!target.learn(facts)) {
            return true;
        }
        long here = at;
        for (ByteBuffer chunk = first; chunk != null; chunk = next(chunks, 1)) {
            int count = chunk.remaining();
            if (!take(chunk, here)) {
                restart("what is there is not what the server has");
                return false;
            }
            here += count;
            meter.moved(target);
            watch.check(target.kept());
        }
        return ended(answer.status() == 200, here);
    }

    private boolean take(ByteBuffer chunk, long at) throws IOException {
        long known = Math.min(chunk.remaining(), Math.max(0, target.position() - at));
        ByteBuffer old = chunk.slice(chunk.position(), (int) known);
        if (!target.matches(at, old)) {
            return false;
        }
        chunk.position(chunk.position() + (int) known);
        if (chunk.hasRemaining()) {
            limit(target.position() + chunk.remaining());
            target.write(chunk);
        }
        return true;
    }

    /** The body ended in good order, which need not be the end of the file. */
    private boolean ended(boolean whole, long here) throws IOException {
        long total = target.facts().total();
        if (total < 0 ? here < target.position() : target.position() > total) {
            restart("the file is not as long as the server said");
            return false;
        }
        // Without a length, a range that ends may be all there is or all the server cared to send: ask on till nothing
        // comes.
        boolean end = total < 0 ? whole || target.position() == mark : target.position() == total;
        return end || later("the body ended early", null);
    }

    private boolean verified() throws IOException {
        StatedSum wrong = target.mismatch();
        if (wrong == null) {
            return true;
        }
        String what = wrong.check() + " of " + wrong.header();
        if (!target.canRestart()) {
            throw complaints.of(Reason.WRONG_CHECKSUM, "the bytes do not have the " + what);
        }
        target.restart();
        if (!patience.mayRestart()) {
            throw complaints.of(Reason.WRONG_CHECKSUM, "the bytes do not have the " + what + ", time and again");
        }
        return false;
    }

    private void restart(String why) throws IOException {
        if (target.position() > 0 && !target.canRestart()) {
            throw complaints.of(Reason.CHANGED, why);
        }
        target.restart();
        mark = 0;
        if (!patience.mayRestart()) {
            throw complaints.of(Reason.CHANGED, "begun anew too often; the last time because " + why);
        }
        meter.moved(target);
    }

    /** Always false, for "not at the end". */
    private boolean renew(Reason reason, String why) {
        if (!patience.mayRenew(connector.fresh())) {
            throw complaints.of(reason, "no link served: " + why);
        }
        connector.forget();
        return false;
    }

    private void broke(IOException trouble) {
        watch.check(target.kept());
        IOException clean = Scrubber.scrub(trouble, connector.link());
        String why = watch.stalled()
                ? "no byte came for " + Watch.text(options.stallTimeout())
                : "the connection broke (" + trouble.getClass().getSimpleName() + ")";
        pauseOrGiveUp(why, null, clean);
    }

    private boolean later(String why, @Nullable Duration hint) {
        pauseOrGiveUp(why, hint, null);
        return false;
    }

    private void pauseOrGiveUp(String why, @Nullable Duration hint, @Nullable IOException cause) {
        Duration wait = patience.afterBreak(target.position() - mark);
        if (wait == null) {
            throw complaints.of(
                    Reason.BROKEN,
                    patience.fruitlessTries() + " tries in a row brought no new byte; the last: " + why,
                    cause);
        }
        if (hint != null && hint.compareTo(Patience.LONGEST_HINT) > 0) {
            throw complaints.of(
                    Reason.BROKEN, why + ", and asks to be left alone for " + hint.toSeconds() + " s", cause);
        }
        Duration longer = hint != null && hint.compareTo(wait) > 0 ? hint : wait;
        meter.waiting(target, longer, why);
        watch.pause(longer);
    }

    private void limit(long bytes) {
        if (bytes > options.maxBytes()) {
            throw complaints.of(
                    Reason.TOO_LARGE,
                    "the file has at least " + bytes + " bytes, " + options.maxBytes()
                            + " are allowed; DownloadOptions.maxBytes can be raised");
        }
    }

    private static @Nullable ByteBuffer next(Chunks chunks, int least) throws SourceException {
        try {
            return chunks.next(least);
        } catch (IOException e) {
            throw new SourceException(e);
        }
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
    }
}
