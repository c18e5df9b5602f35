package io.github.analytics4j.download;

import io.github.analytics4j.client.StreamedExchange.StreamOpener;
import io.github.analytics4j.client.TimeSource;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** A download from its parts: the link, the connections, the options, time and disk. */
final class DefaultDownload implements Download {
    private final Parts parts;

    DefaultDownload(Parts parts) {
        this.parts = parts;
    }

    /**
     * The parts a download is made of.
     *
     * @param firstLink is tried before the API is asked; null for none
     * @param opened was opened before, and is the first to be read; null for none
     * @param random chance for jitter, at least 0 and below 1
     * @param disk opens part files
     */
    record Parts(
            LinkSource source,
            StreamOpener opener,
            DownloadOptions options,
            @Nullable SignedUrl firstLink,
            @Nullable OpenedFile opened,
            TimeSource time,
            DoubleSupplier random,
            PartFile.Opener disk) {
        Parts with(DownloadOptions other) {
            return new Parts(source, opener, other, firstLink, opened, time, random, disk);
        }

        Parts with(@Nullable SignedUrl link, @Nullable OpenedFile file) {
            return new Parts(source, opener, options, link, file, time, random, disk);
        }
    }

    /** A download of what {@code source} links to, opened through {@code opener}. */
    static Download of(LinkSource source, StreamOpener opener, TimeSource time) {
        return new DefaultDownload(new Parts(
                source,
                opener,
                DownloadOptions.DEFAULTS,
                null,
                null,
                time,
                () -> ThreadLocalRandom.current().nextDouble(),
                PartFile.Opener.DISK));
    }

    @Override
    public Download with(Consumer<DownloadOptions.Builder> change) {
        DownloadOptions.Builder builder = parts.options().toBuilder();
        change.accept(builder);
        return new DefaultDownload(parts.with(builder.build()));
    }

    @Override
    public Download startingWith(SignedUrl link) {
        return new DefaultDownload(parts.with(Objects.requireNonNull(link, "link"), null));
    }

    @Override
    public Download startingWith(OpenedFile file) {
        return new DefaultDownload(parts.with(file.link().orElse(null), file));
    }

    @Override
    public OpenedFile open() {
        return run().open();
    }

    @Override
    public SignedUrl downloadUrl() {
        return run().link();
    }

    @Override
    public DownloadedFile saveTo(Path file) {
        return run().saveTo(file);
    }

    @Override
    public DownloadedFile saveInto(Path folder) {
        return run().saveInto(folder);
    }

    @Override
    public void checkTarget(Path file) {
        parts.options().checkTarget(file);
    }

    @Override
    public CompletableFuture<DownloadedFile> saveToAsync(Path file) {
        Objects.requireNonNull(file, "file");
        long asked = parts.time().nanos();
        return AsyncDownloadRun.start(() -> run(asked), file, parts.options().limit());
    }

    @Override
    public long forEachChunk(ChunkConsumer consumer) {
        return run().forEachChunk(Objects.requireNonNull(consumer, "consumer"));
    }

    @Override
    public String toString() {
        return "Download[" + parts.source().identity() + "]";
    }

    private DownloadRun run() {
        return run(parts.time().nanos());
    }

    private DownloadRun run(long startedAt) {
        return new DownloadRun(parts, startedAt);
    }
}
