package io.github.analytics4j.download;

import io.github.analytics4j.client.SdkLog;
import io.github.analytics4j.download.Checksums.StatedSum;
import io.github.analytics4j.download.Download.ChunkConsumer;
import io.github.analytics4j.download.DownloadedFile.IntegrityCheck;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.error.SdkException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** One call of a {@link Download}: made, used and canceled once. Belongs to the thread that made it. */
final class DownloadRun {
    private static final Logger LOG = SdkLog.of("downloads");

    private final DefaultDownload.Parts parts;
    private final DownloadOptions options;
    private final TransferWatchdog watch;
    private final Connector connector;
    private final DownloadProgress.Reporter.@Nullable AsideListener teller;

    DownloadRun(DefaultDownload.Parts given, long startedAt) {
        DownloadOptions asked = given.options();
        this.teller = asked.listener() == DownloadOptions.NO_LISTENER
                ? null
                : new DownloadProgress.Reporter.AsideListener(asked.listener(), asked.limit());
        this.options =
                teller == null ? asked : asked.toBuilder().onProgress(teller).build();
        this.parts = given.with(options);
        this.watch = new TransferWatchdog(parts.time(), options, Thread.currentThread(), startedAt);
        this.connector = new Connector(parts, watch);
    }

    /** Stops it, from any thread. */
    void cancel() {
        watch.cancel();
    }

    SignedUrl link() {
        return asked(() -> {
            SignedUrl link = connector.askForLink();
            if (link == null) {
                throw new DownloadException(
                        Reason.BAD_REDIRECT,
                        "the API answered without a link; where it sends the file itself, save it instead");
            }
            return link;
        });
    }

    OpenedFile open() {
        return asked(() -> {
            OpenedFile file = connector.openFile();
            watch.check("");
            return file;
        });
    }

    private interface Request<T> {
        T send() throws IOException, SignedUrl.RefusedException;
    }

    private <T> T asked(Request<T> request) {
        try (watch) {
            watch.start();
            return request.send();
        } catch (SignedUrl.RefusedException e) {
            throw new DownloadException(Reason.BAD_REDIRECT, "download: " + connector.masked("" + e.getMessage()));
        } catch (NoResponseException e) {
            watch.check("");
            throw e;
        } catch (IOException e) {
            watch.check("");
            throw new DownloadException(
                    Reason.BROKEN,
                    "download: the API's response broke off",
                    DownloadFailures.scrub(e, connector.link()));
        }
    }

    DownloadedFile saveTo(Path file) {
        try (watch) {
            watch.start();
            DownloadedFile saved = save(file);
            awaitListener();
            return saved;
        } catch (SdkException e) {
            throw logged(e);
        }
    }

    DownloadedFile saveInto(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DownloadException(Reason.NO_FOLDER, folder + " is not a folder that is there");
        }
        if (!Files.isWritable(folder)) {
            throw new DownloadException(Reason.NOT_PERMITTED, folder + ": nothing may be written there");
        }
        try (watch) {
            watch.start();
            DownloadedFile saved = save(new DeferredPartFile(folder, options, this::part));
            awaitListener();
            return saved;
        } catch (SdkException e) {
            throw logged(e);
        }
    }

    private DownloadedFile save(DeferredPartFile named) {
        try (named) {
            StatedSum doubt = transfer(named);
            PartFile part = named.part();
            if (part == null) {
                throw new IllegalStateException("a file came and nobody learned of it");
            }
            return finished(named.path(), part, named.isToBeResumed() ? transfer(part) : doubt);
        } catch (DownloadException e) {
            throw interruptOr(e, named.path());
        }
    }

    long forEachChunk(ChunkConsumer consumer) {
        try (watch) {
            watch.start();
            Target.Sink sink = new Target.Sink(consumer, options);
            try (sink) {
                transfer(sink);
                sink.finish();
            }
            awaitListener();
            return sink.handedOut();
        } catch (SdkException e) {
            throw logged(e);
        }
    }

    /** Its calls write their own failures at debug, since most of them are followed by another. */
    private SdkException logged(SdkException e) {
        if (!(e instanceof CanceledException)) {
            LOG.warn("{} failed: {}", parts.source().identity(), e.getClass().getSimpleName());
        }
        return e;
    }

    /** The file is whole and has its name: nothing is lost if the listener takes longer than the deadline. */
    private void awaitListener() {
        if (teller != null) {
            teller.awaitHeard(watch.left());
        }
    }

    private DownloadedFile save(Path given) {
        Path file = given.toAbsolutePath();
        if (file.getFileName() == null) {
            throw new DownloadException(Reason.FILE_EXISTS, file + " is a folder; saveInto takes one");
        }
        try (PartFile part = part(given)) {
            return finished(given, part, transfer(part));
        } catch (DownloadException e) {
            throw interruptOr(e, file);
        }
    }

    private PartFile part(Path file) {
        return PartFile.open(file.toAbsolutePath(), parts.source().identity(), options.overwrite(), parts.disk());
    }

    private DownloadedFile finished(Path given, PartFile part, @Nullable StatedSum doubt) {
        watch.check(part.kept());
        long length = part.finish(options, () -> watch.check(part::kept));
        return new DownloadedFile(
                given, length, part.facts().contentType(), checks(part.facts(), doubt), doubts(doubt));
    }

    /** An interrupt closes the part file's channel under the write. */
    private DownloadException interruptOr(DownloadException e, Path file) {
        if (e.getCause() instanceof ClosedByInterruptException) {
            watch.check("; what came is kept beside " + file);
        }
        return e;
    }

    /** Fetches the file; returns what leaves a doubt about it, or null. */
    private @Nullable StatedSum transfer(Target target) {
        try {
            return new Transfer(connector, target, watch, parts).run();
        } catch (IOException e) {
            throw new DownloadException(Reason.NOT_WRITTEN, "the consumer of the bytes failed: " + e.getMessage(), e);
        }
    }

    private static List<String> doubts(@Nullable StatedSum doubt) {
        return doubt == null
                ? List.of()
                : List.of("the " + doubt.header() + " looks like an " + doubt.check()
                        + " sum, and the bytes have another");
    }

    private static Set<IntegrityCheck> checks(FileFacts facts, @Nullable StatedSum doubt) {
        Set<IntegrityCheck> checks = EnumSet.noneOf(IntegrityCheck.class);
        if (facts.total() >= 0) {
            checks.add(IntegrityCheck.LENGTH);
        }
        facts.sums().stream().filter(sum -> !sum.equals(doubt)).forEach(sum -> checks.add(sum.check()));
        return checks;
    }

    /**
     * Becomes a part file once the server has said what the file is called. Where an earlier run left bytes under
     * that name, it wants none from the beginning: another connection brings the rest.
     */
    private static final class DeferredPartFile implements Target, AutoCloseable {
        private final Path folder;
        private final DownloadOptions options;
        private final Function<Path, PartFile> opener;
        private Path path;
        private @Nullable PartFile part;
        private boolean begun;

        /** Becomes what {@code opener} opens in the folder. */
        DeferredPartFile(Path folder, DownloadOptions options, Function<Path, PartFile> opener) {
            this.folder = folder;
            this.options = options;
            this.opener = opener;
            this.path = folder;
        }

        /** The file it becomes; the folder as long as no response came. */
        Path path() {
            return path;
        }

        /** The part file; null as long as nothing came. */
        @Nullable
        PartFile part() {
            return part;
        }

        /** Whether the part file holds what an earlier run left, to which nothing was added. */
        boolean isToBeResumed() {
            return part != null && !begun;
        }

        @Override
        public boolean learn(FileFacts learned) {
            PartFile opened = part;
            if (opened == null) {
                path = SafeName.in(folder, SafeName.from(learned.disposition(), fallbackName()));
                opened = opener.apply(path);
                part = opened;
                begun = opened.position() == 0;
            }
            return begun && opened.learn(learned);
        }

        private String fallbackName() {
            String given = options.name();
            return given != null
                    ? SafeName.safe(given)
                    : switch (options.kind()) {
                        case CSV -> "download.csv";
                        case PDF -> "download.pdf";
                        case ANY -> "download";
                    };
        }

        @Override
        public long position() {
            return part == null ? 0 : part.position();
        }

        @Override
        public FileFacts facts() {
            return part == null ? FileFacts.UNKNOWN : part.facts();
        }

        @Override
        public boolean canRestart() {
            return true;
        }

        @Override
        public boolean remembersAll() {
            return part == null || part.remembersAll();
        }

        @Override
        public void restart() {
            if (part != null) {
                part.restart();
            }
        }

        @Override
        public boolean matches(long at, ByteBuffer bytes) {
            return part == null || part.matches(at, bytes);
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            if (part == null) {
                throw new IllegalStateException("bytes come after what is to be learned of them");
            }
            part.write(bytes);
        }

        @Override
        public @Nullable StatedSum mismatch() {
            return part == null || isToBeResumed() ? null : part.mismatch();
        }

        @Override
        public boolean provesEnd() {
            return part != null && part.provesEnd();
        }

        @Override
        public String kept() {
            return part == null ? "" : part.kept();
        }

        @Override
        public void close() {
            if (part != null) {
                part.close();
            }
        }
    }
}
