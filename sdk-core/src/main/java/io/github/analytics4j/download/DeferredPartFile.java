package io.github.analytics4j.download;

import io.github.analytics4j.download.Checksums.StatedSum;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Becomes a part file once the server has said what the file is called. Where an earlier run left bytes under
 * that name, it wants none from the beginning: another connection brings the rest.
 */
final class DeferredPartFile implements Target, AutoCloseable {
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
