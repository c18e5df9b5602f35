package io.github.analytics4j.download;

import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import io.github.analytics4j.error.NoAnswerException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One call of a {@link Download}: made, used and cancelled once. Belongs to the thread that made it. */
final class Run {
    private final LinkSource source;
    private final DownloadOptions options;
    private final Timing timing;
    private final PartFile.Opener disk;
    private final Watch watch;
    private final Connector connector;

    Run(
            LinkSource source,
            LinkOpener opener,
            DownloadOptions options,
            @Nullable SignedUrl firstLink,
            Timing timing,
            PartFile.Opener disk) {
        this.source = source;
        this.options = options;
        this.timing = timing;
        this.disk = disk;
        this.watch = new Watch(timing, options, Thread.currentThread());
        this.connector = new Connector(source, opener, watch, firstLink);
    }

    /** Stops it, from any thread. */
    void cancel() {
        watch.cancel();
    }

    SignedUrl link() {
        SignedUrl link = look().link();
        if (link == null) {
            throw new DownloadException(
                    Reason.BAD_REDIRECT,
                    "the API answered without a link; where it sends the file itself, save it instead");
        }
        return link;
    }

    Look look() {
        try (watch) {
            watch.start();
            return connector.look();
        } catch (BadLinkException e) {
            throw new DownloadException(Reason.BAD_REDIRECT, "download: " + source.masked("" + e.getMessage()));
        } catch (NoAnswerException e) {
            watch.check("");
            throw e;
        } catch (IOException e) {
            watch.check("");
            throw new DownloadException(
                    Reason.BROKEN, "download: the API's answer broke off", Scrubber.scrub(e, connector.link()));
        }
    }

    DownloadedFile saveTo(Path file) {
        try (watch) {
            watch.start();
            return save(file);
        }
    }

    DownloadedFile saveInto(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DownloadException(Reason.NO_FOLDER, folder + " is not a folder that is there");
        }
        try (watch) {
            watch.start();
            NameTarget name = new NameTarget();
            transfer(name);
            return save(SafeName.in(folder, SafeName.from(name.facts().disposition(), fallbackName())));
        }
    }

    long forEachChunk(ChunkConsumer consumer) {
        try (watch) {
            watch.start();
            SinkTarget sink = new SinkTarget(consumer);
            transfer(sink);
            return sink.position();
        }
    }

    private DownloadedFile save(Path given) {
        Path file = given.toAbsolutePath();
        if (file.getFileName() == null) {
            throw new DownloadException(Reason.FILE_EXISTS, file + " is a folder; saveInto takes one");
        }
        try (PartFile part = PartFile.open(file, source.identity(), options.overwrite(), disk)) {
            transfer(part);
            watch.check(part.kept());
            part.finish(options.overwrite());
            return new DownloadedFile(given, part.position(), part.facts().contentType(), checks(part.facts()));
        } catch (DownloadException e) {
            // The interrupt closed the part file's channel under the write.
            if (e.getCause() instanceof ClosedByInterruptException) {
                watch.check("; what came is kept beside " + file);
            }
            throw e;
        }
    }

    private void transfer(Target target) {
        try {
            new Transfer(connector, target, watch, options, timing).run();
        } catch (IOException e) {
            throw new DownloadException(Reason.NOT_WRITTEN, "whoever took the bytes failed: " + e.getMessage(), e);
        }
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

    private static Set<Check> checks(FileFacts facts) {
        Set<Check> checks = EnumSet.noneOf(Check.class);
        if (facts.total() >= 0) {
            checks.add(Check.LENGTH);
        }
        facts.sums().forEach(sum -> checks.add(sum.check()));
        return checks;
    }
}
