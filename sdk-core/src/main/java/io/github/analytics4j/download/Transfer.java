package io.github.analytics4j.download;

import io.github.analytics4j.client.StreamedExchange.ExchangeFailedException;
import io.github.analytics4j.client.StreamedExchange.StreamedResponse;
import io.github.analytics4j.client.TimeSource;
import io.github.analytics4j.download.Checksums.StatedSum;
import io.github.analytics4j.download.DownloadOptions.FileKind;
import io.github.analytics4j.download.RangeRequests.ContentRange;
import io.github.analytics4j.download.RangeRequests.ResponseDecision;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.retry.RetryHints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Moves the file: connects, decides about the response, takes its bytes, and after a break does so again, until the target has
 * the whole file or another attempt is of no use. Used by one thread.
 */
final class Transfer {
    /** So often may asking for the end fail. */
    private static final int PROBES = 3;

    private final Connector connector;
    private final Target target;
    private final TransferWatchdog watch;
    private final DownloadOptions options;
    private final TimeSource time;
    private final DownloadFailures.AttemptLimits limits;
    private final DownloadFailures failures;
    private final ErrorPageGuard guard;
    private final DownloadProgress.Reporter meter;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(ChunkReader.SIZE);
    private final RangeRequests ranges = new RangeRequests();
    private int failedProbes;
    private @Nullable StatedSum doubt;
    private long mark;
    /** Whether a range is asked for to find out where the file ends. */
    private boolean probing;

    Transfer(Connector connector, Target target, TransferWatchdog watch, DefaultDownload.Parts parts) {
        this.connector = connector;
        this.target = target;
        this.watch = watch;
        this.options = parts.options();
        this.time = parts.time();
        this.limits = new DownloadFailures.AttemptLimits(options, parts.random());
        this.failures = new DownloadFailures(target, connector);
        this.guard = new ErrorPageGuard(options, failures);
        this.meter = new DownloadProgress.Reporter(time, options, target.position());
    }

    /** Runs to the end: returns when every byte is there and verified, throws otherwise. A returned checksum leaves a doubt. */
    @Nullable
    StatedSum run() throws IOException {
        meter.tell(target, null);
        do {
            while (!tryOnce()) {
                watch.check(target.kept());
            }
        } while (!verified());
        meter.tell(target, null);
        return doubt;
    }

    /** One connection; true when the end of the file was reached. */
    private boolean tryOnce() throws IOException {
        watch.check(target.kept());
        mark = target.position();
        StreamedResponse response;
        try {
            response = connector.connect(ranges.headers(target, probing));
        } catch (SignedUrl.RefusedException e) {
            throw failures.of(Reason.BAD_REDIRECT, "" + e.getMessage());
        } catch (IOException e) {
            broke(e);
            return false;
        } catch (NoResponseException | ApiException e) {
            watch.check(target.kept()); // what ended the request to the API may have been us
            if (probing && !(e instanceof CanceledException)) {
                throw failure(Reason.BROKEN, "" + e.getMessage(), e);
            }
            throw e;
        }
        try (response) {
            return judge(response);
        } catch (ChunkReader.BrokenBodyException e) {
            broke(e.trouble());
            return false;
        } finally {
            watch.on(null);
        }
    }

    private boolean judge(StreamedResponse response) throws IOException, ChunkReader.BrokenBodyException {
        ChunkReader chunks = new ChunkReader(response.body(), buffer, watch, time::nanos, options.minBytesPerSecond());
        ContentRange range = ContentRange.of(response);
        FileFacts said = FileFacts.of(response);
        boolean probed = probing;
        if (probing && isProven(response, said)) {
            return range == null || isTheSame(chunks, range.first());
        }
        if (response.status() == 416 && ranges.asked()) {
            rangeRefused(ContentRange.end(response), probed);
            return false;
        }
        boolean bytes = response.status() == 200 || response.status() == 206;
        ByteBuffer first = bytes || response.status() >= 400 ? chunks.nextOrBreak(ErrorPageGuard.SNIFFED) : null;
        if (bytes && !isTheFile(response, range, first, chunks)) {
            return false;
        }
        String refusal = bytes || first == null ? "" : connector.masked(first);
        ResponseDecision decision = ResponseDecision.of(
                response.status(), range, said, target.facts(), target.position(), ErrorPageGuard.errorCode(refusal));
        return switch (decision.action()) {
            case GO_ON -> pump(response, chunks, first, decision.at(), said);
            case BEGIN_ANEW -> {
                if (!target.remembersAll()
                        || !Objects.equals(said.coding(), target.facts().coding())) { // it cannot be compared
                    beginAnew(decision.why());
                }
                yield pump(response, chunks, first, 0, said);
            }
            case ASK_FOR_ALL -> {
                ranges.usable(range != null || response.status() == 416);
                restart(decision.why());
                yield false;
            }
            case NEW_LINK -> newLink(refusal, decision.why());
            case TRY_AGAIN -> later(decision.why(), RetryHints.ofHost(response::header));
            case GIVE_UP -> giveUp(decision.why());
        };
    }

    private boolean newLink(String refusal, String why) {
        boolean fresh = connector.fresh() || ranges.isTrial();
        boolean mayBeOfRange = fresh && !ErrorPageGuard.isOfTime(refusal);
        return !(mayBeOfRange && tryWithoutRange()) && renew(Reason.LINK_REFUSED, why, fresh);
    }

    private boolean giveUp(String why) {
        if (!tryWithoutRange()) {
            throw failure(Reason.LINK_REFUSED, "no file came: " + why, null);
        }
        return false;
    }

    /** A host that refuses every range may serve the file as a whole; where only a range is of use this is not tried. */
    private boolean tryWithoutRange() {
        return !probing && ranges.tryWithout();
    }

    /**
     * Acts on a 416: no range begins behind the end of what is there, so the file is shorter now, or the server serves
     * no ranges. The length it tells then is the file's.
     *
     * @param length the length that was told, or -1
     * @param probed whether it was asked where the file ends that just came
     */
    private void rangeRefused(long length, boolean probed) throws IOException {
        if (length < 0 || length >= target.position()) {
            ranges.refused(length);
        } else if (probed && (ranges.isContradictedAgain(length) || !target.canRestart())) {
            throw failures.notProven(
                    "its 416 to a range says that the file has " + length + " bytes, not " + target.position(), null);
        } else {
            restart("the file has " + length + " bytes now");
        }
    }

    /** Has the whole file come once more, where what is there cannot be gone on with. */
    private void beginAnew(String why) throws IOException {
        long length = ranges.length();
        if (length > target.position()) {
            String came = target.position() + " of the file's " + length + " bytes came";
            restart(Reason.BROKEN, came + ", and the server serves no ranges");
        } else {
            restart(Reason.CHANGED, why);
        }
    }

    /**
     * Whether the response to a probe shows that the file ends where we are. If it shows that there is more, or another
     * file, it is a response like any other.
     */
    private boolean isProven(StreamedResponse response, FileFacts said) {
        if (response.status() != 200 && response.status() != 206 && response.status() != 416) {
            return false;
        }
        // Bytes that were handed out cannot be fetched anew.
        long end = response.status() == 200 && !target.canRestart() ? said.total() : ContentRange.end(response);
        boolean other = said.validator().contradicts(target.facts().validator());
        if (!other && end == target.position()) {
            return true;
        }
        if (!other && response.status() == 200 && !(response.endIsStated() && target.canRestart())) {
            String instead = end < 0 ? "" : ", and says that the file has " + end + " bytes, not " + target.position();
            throw failures.notProven("it serves no ranges" + instead, null);
        }
        if (!other && response.status() != 200 && end < 0) {
            throw failures.notProven("its " + response.status() + " to a range does not say where it ends", null);
        }
        probing = false;
        return false;
    }

    /** Whether these are the bytes that are there from that place on. */
    private boolean isTheSame(ChunkReader chunks, long from) throws IOException, ChunkReader.BrokenBodyException {
        long at = from;
        for (ByteBuffer chunk = chunks.nextOrBreak(1); chunk != null; chunk = chunks.nextOrBreak(1)) {
            int count = target.known(chunk, at);
            if (count < 0) {
                probing = false;
                restart("what is there is not what the server has");
                return false;
            }
            at += count;
        }
        return true;
    }

    /** True if these may be bytes of the file; false if another link may bring them. */
    private boolean isTheFile(
            StreamedResponse response, @Nullable ContentRange range, @Nullable ByteBuffer first, ChunkReader chunks)
            throws ChunkReader.BrokenBodyException {
        boolean beginning = response.status() == 200 || (range != null && range.first() == 0);
        ByteBuffer start = first == null ? ByteBuffer.allocate(0) : first;
        IOException broken = chunks.broken();
        boolean tooShort = start.remaining() < ErrorPageGuard.SNIFFED;
        if (broken != null && beginning && tooShort && options.kind() != FileKind.ANY) {
            throw new ChunkReader.BrokenBodyException(broken); // nothing can be told by so little
        }
        String objection = guard.objection(
                response, beginning ? start : null, tooShort && response.status() == 200 && chunks.ended());
        String what = "what came is not the " + options.kind() + " file: " + objection;
        return objection == null || renew(Reason.NOT_THE_FILE, what, connector.fresh());
    }

    /** Takes the body, which begins at {@code at}; what is already there is compared. True at the end of the file. */
    private boolean pump(
            StreamedResponse response, ChunkReader chunks, @Nullable ByteBuffer first, long at, FileFacts said)
            throws IOException, ChunkReader.BrokenBodyException {
        boolean anew = (at == 0 && target.remembersAll()) || target.position() == 0;
        FileFacts facts = (anew ? said : target.facts().and(said)).orTotal(ranges.length());
        guard.limit(facts.total());
        if (!target.learn(facts)) {
            return true;
        }
        long here = at;
        for (ByteBuffer chunk = first; chunk != null; chunk = chunks.nextOrBreak(1)) {
            int count = chunk.remaining();
            if (!take(chunk, here)) {
                restart("what is there is not what the server has");
                return false;
            }
            here += count;
            meter.moved(target);
            watch.check(target::kept);
        }
        return ended(response, here);
    }

    private boolean take(ByteBuffer chunk, long at) throws IOException {
        int known = target.known(chunk, at);
        if (known < 0) {
            return false;
        }
        chunk.position(chunk.position() + known);
        if (chunk.hasRemaining()) {
            guard.limit(target.position() + chunk.remaining());
            target.write(chunk);
        }
        return true;
    }

    /** The body ended in good order, which need not be the end of the file. */
    private boolean ended(StreamedResponse response, long here) throws IOException {
        long total = target.facts().total();
        if (total < 0 ? here < target.position() : target.position() > total) {
            restart("the file is not as long as the server said");
            return false;
        }
        if (total >= 0) {
            return target.position() == total || later("the body ended early", null);
        }
        if (response.status() == 200) {
            probing = !response.endIsStated() && !options.allowUnproven() && !target.provesEnd();
            return !probing;
        }
        // Without a length, a range that ends may be all there is or all the server cared to send: ask on till nothing
        // comes.
        ContentRange range = ContentRange.of(response);
        boolean all = range == null || here > range.last();
        return (all && target.position() == mark) || later("the body ended early", null);
    }

    private boolean verified() throws IOException {
        StatedSum wrong = target.mismatch();
        doubt = wrong != null && wrong.isDoubtful() ? wrong : null;
        if (wrong == null || doubt != null) {
            return true;
        }
        String what = "the bytes do not have the " + wrong.check() + " of " + wrong.header();
        if (target.canRestart()) {
            target.restart();
            if (limits.mayRestart()) {
                return false;
            }
            what += ", time and again";
        }
        throw failures.of(Reason.WRONG_CHECKSUM, what);
    }

    private void restart(String why) throws IOException {
        ranges.forget();
        restart(Reason.CHANGED, why);
    }

    private void restart(Reason reason, String why) throws IOException {
        if (target.position() > 0 && !target.canRestart()) {
            throw failures.of(reason, why);
        }
        target.restart();
        probing = false;
        mark = 0;
        if (!limits.mayRestart()) {
            throw failures.of(reason, "begun anew too often; the last time because " + why);
        }
        watch.trouble(connector.masked(why));
        meter.moved(target);
    }

    /** Always false, for "not at the end". */
    private boolean renew(Reason reason, String why, boolean fresh) {
        boolean isOfRange = probing && fresh;
        if (isOfRange || !limits.mayRenew(fresh)) {
            throw failure(reason, "no link served: " + why, null);
        }
        watch.trouble(connector.masked(why));
        connector.forget();
        return false;
    }

    private void broke(IOException trouble) {
        watch.check(target.kept());
        if (trouble instanceof ChunkReader.TooSlowException slow) {
            mark = target.position(); // what a dripping connection brings is no reason to go on
            pauseOrGiveUp(String.valueOf(slow.getMessage()), null, null, "too few bytes");
            return;
        }
        IOException clean = DownloadFailures.scrub(trouble, connector.link());
        String why = watch.stalled()
                ? "no byte came for " + TransferWatchdog.text(options.stallTimeout())
                : "the connection broke (" + DownloadFailures.name(trouble) + ")";
        if (trouble instanceof ExchangeFailedException failure && !failure.mayPass()) {
            throw failure(Reason.BROKEN, why, clean);
        }
        pauseOrGiveUp(why, null, clean, "no new byte");
    }

    private boolean later(String why, @Nullable Duration hint) {
        pauseOrGiveUp(why, hint, null, "no new byte");
        return false;
    }

    private void pauseOrGiveUp(String why, @Nullable Duration hint, @Nullable IOException cause, String brought) {
        Duration wait = limits.afterBreak(target.position() - mark);
        if (wait == null || (probing && ++failedProbes >= PROBES)) {
            throw failure(
                    Reason.BROKEN,
                    limits.fruitlessTries() + " tries in a row brought " + brought + "; the last: " + why,
                    cause);
        }
        if (hint != null && hint.compareTo(DownloadFailures.AttemptLimits.LONGEST_HINT) > 0) {
            throw failure(Reason.BROKEN, why + ", and asks to be left alone for " + hint.toSeconds() + " s", cause);
        }
        if (target.position() == mark
                && options.allowUnproven()
                && target.facts().total() < 0) {
            ranges.tryWithout(); // the range may be what is refused, and the whole is as good
        }
        Duration longer = hint != null && hint.compareTo(wait) > 0 ? hint : wait;
        watch.trouble(connector.masked(why));
        meter.waiting(target, longer, why);
        watch.pause(longer);
    }

    /** All that fails while only the end is asked for leaves bytes that may be the whole file. */
    private DownloadException failure(Reason reason, String what, @Nullable Exception cause) {
        return probing
                ? failures.notProven("asking where it ends failed (" + what + ")", cause)
                : failures.of(reason, what, cause);
    }
}
