package io.github.analytics4j.download;

import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.DownloadException.Reason;
import io.github.analytics4j.error.RequestChecks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says how a download behaves. Immutable; {@link #DEFAULT} holds unless another value is set. */
public final class DownloadOptions {
    /** Stands for no listener, for which no thread is needed. */
    static final DownloadProgress.Listener NO_LISTENER = progress -> {};

    /**
     * No cap on the length, 30 s of silence, 1,024 bytes a second, a day in all, 4 further links, 6 tries in a row without
     * a byte, gzip decoded, nothing unproven, nothing overwritten.
     */
    public static final DownloadOptions DEFAULT = builder().build();

    /** No report takes so long; what is not there by then is not coming. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Builder values;

    private DownloadOptions(Builder values) {
        this.values = values;
    }

    /** {@return a builder with the defaults} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with these options} */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /**
     * Throws what a download to this file would throw before anything is sent: the name is taken and not to be
     * overwritten, or the folder is not there or may not be written. It sends no request and leaves no file behind.
     *
     * @param file the name of the complete file
     * @throws DownloadException if the file could not be saved there
     */
    public void checkTarget(Path file) {
        Path absolute = Objects.requireNonNull(file, "file").toAbsolutePath();
        if (absolute.getFileName() == null) {
            throw new DownloadException(Reason.FILE_EXISTS, absolute + " is a folder; saveInto takes one");
        }
        PartFile.check(absolute, overwrite());
    }

    boolean overwrite() {
        return values.overwrite;
    }

    boolean allowUnproven() {
        return values.allowUnproven;
    }

    boolean decode() {
        return values.decode;
    }

    long maxBytes() {
        return values.maxBytes;
    }

    Duration stallTimeout() {
        return values.stallTimeout;
    }

    long minBytesPerSecond() {
        return values.minBytesPerSecond;
    }

    int maxRenewals() {
        return values.maxRenewals;
    }

    int maxFruitlessTries() {
        return values.maxFruitlessTries;
    }

    int maxRestarts() {
        return values.maxRestarts;
    }

    @Nullable
    Duration deadline() {
        return values.deadline;
    }

    /** The time after which the whole run ends. */
    Duration limit() {
        return values.deadline == null ? A_DAY : values.deadline;
    }

    @Nullable
    String name() {
        return values.name;
    }

    FileKind kind() {
        return values.kind;
    }

    /** The listener; {@link #NO_LISTENER} for none. */
    DownloadProgress.Listener listener() {
        return values.listener;
    }

    Duration progressInterval() {
        return values.progressInterval;
    }

    /** Collects options. */
    public static final class Builder {
        private boolean overwrite;
        private boolean allowUnproven;
        private boolean decode = true;
        private long maxBytes = Long.MAX_VALUE;
        private Duration stallTimeout = Duration.ofSeconds(30);
        private int maxRenewals = 4;
        private int maxFruitlessTries = 6;
        private int maxRestarts = 3;
        private long minBytesPerSecond = 1024;
        private @Nullable Duration deadline;
        private @Nullable String name;
        private FileKind kind = FileKind.ANY;
        private DownloadProgress.Listener listener = NO_LISTENER;
        private Duration progressInterval = Duration.ofMillis(250);

        private Builder() {}

        private Builder(Builder other) {
            overwrite = other.overwrite;
            allowUnproven = other.allowUnproven;
            decode = other.decode;
            maxBytes = other.maxBytes;
            stallTimeout = other.stallTimeout;
            minBytesPerSecond = other.minBytesPerSecond;
            maxRenewals = other.maxRenewals;
            maxFruitlessTries = other.maxFruitlessTries;
            maxRestarts = other.maxRestarts;
            deadline = other.deadline;
            name = other.name;
            kind = other.kind;
            listener = other.listener;
            progressInterval = other.progressInterval;
        }

        /**
         * Sets whether a file that is already there is replaced.
         *
         * @param replace false unless set: the download refuses to begin
         * @return this builder
         */
        public Builder overwrite(boolean replace) {
            overwrite = replace;
            return this;
        }

        /**
         * Sets whether a file is taken whose completeness nothing proves: the server stated neither a length nor a
         * checksum and framed nothing, so that a connection that broke looks like the end.
         *
         * <p>If it is not, one more request asks for a range from the last 1,024 bytes on, and if its response does not
         * show that the file ends there, or that it goes on, the download is an error that keeps what came. If it is, that
         * request is not made, and what was kept is fetched anew where the host refuses ranges. Where a host tells a
         * length as it refuses a range, fewer bytes are an error all the same.
         *
         * @param allow false unless set
         * @return this builder
         */
        public Builder allowUnproven(boolean allow) {
            allowUnproven = allow;
            return this;
        }

        /**
         * Sets whether the {@code Content-Encoding: gzip} with which a file is stored is undone; else it is fetched as it
         * is. Length, ranges, checksums and progress are those of the encoded bytes, which are decoded when they are
         * complete, or as they are handed out.
         *
         * @param undo true unless set; a coding other than gzip is refused then
         * @return this builder
         */
        public Builder decode(boolean undo) {
            decode = undo;
            return this;
        }

        /**
         * Refuses a longer file, decoded or not.
         *
         * @param bytes at least 1; any length unless set
         * @return this builder
         */
        public Builder maxBytes(long bytes) {
            maxBytes = atLeast("maxBytes", bytes, 1);
            return this;
        }

        /**
         * Takes a connection for broken when no byte came for some time.
         *
         * @param silence more than nothing, at most 36,500 days; 30 seconds unless set
         * @return this builder
         */
        public Builder stallTimeout(Duration silence) {
            stallTimeout = positive("stallTimeout", silence);
            return this;
        }

        /**
         * Sets how often, in one run, the API is asked for another link after one was refused.
         *
         * @param renewals at least 0; 4 unless set
         * @return this builder
         */
        public Builder maxRenewals(int renewals) {
            maxRenewals = (int) atLeast("maxRenewals", renewals, 0);
            return this;
        }

        /**
         * Sets how many tries in a row may bring no new byte before the download gives up.
         *
         * @param tries at least 1; 6 unless set
         * @return this builder
         */
        public Builder maxFruitlessTries(int tries) {
            maxFruitlessTries = (int) atLeast("maxFruitlessTries", tries, 1);
            return this;
        }

        /**
         * Sets how often, in one run, the file may be begun anew because it changed.
         *
         * @param restarts at least 0; 3 unless set
         * @return this builder
         */
        public Builder maxRestarts(int restarts) {
            maxRestarts = (int) atLeast("maxRestarts", restarts, 0);
            return this;
        }

        /**
         * Takes a connection for broken that brings too few bytes a second over half a minute of waiting for it.
         *
         * @param bytes at least 0, which lets it be as slow as it likes; 1,024 unless set
         * @return this builder
         */
        public Builder minBytesPerSecond(long bytes) {
            minBytesPerSecond = atLeast("minBytesPerSecond", bytes, 0);
            return this;
        }

        /**
         * Bounds the whole run; what was fetched by then is kept.
         *
         * @param wholeRun more than nothing, at most 36,500 days; a day unless set
         * @return this builder
         */
        public Builder deadline(Duration wholeRun) {
            deadline = positive("deadline", wholeRun);
            return this;
        }

        /**
         * Sets what {@link Download#saveInto} calls the file if the server does not say.
         *
         * @param fallback made safe as a server's name is; {@code download} unless set
         * @return this builder
         */
        public Builder name(String fallback) {
            if (SafeName.safe(fallback).isEmpty()) {
                throw new IllegalArgumentException("name must be one of a file, was " + fallback);
            }
            name = fallback;
            return this;
        }

        /**
         * Refuses what is recognisably something else.
         *
         * @param expected {@link FileKind#ANY} unless set
         * @return this builder
         */
        public Builder expect(FileKind expected) {
            kind = Objects.requireNonNull(expected, "kind");
            return this;
        }

        /**
         * Tells how far the download is.
         *
         * @param progress called on a thread of its own; the download does not wait for it past its deadline
         * @return this builder
         */
        public Builder onProgress(DownloadProgress.Listener progress) {
            listener = Objects.requireNonNull(progress, "listener");
            return this;
        }

        /**
         * Sets the shortest time between two calls of the listener.
         *
         * @param interval more than nothing, at most 36,500 days; 250 ms unless set
         * @return this builder
         */
        public Builder progressInterval(Duration interval) {
            progressInterval = positive("progressInterval", interval);
            return this;
        }

        /** {@return the options as they are set so far} */
        public DownloadOptions build() {
            return new DownloadOptions(new Builder(this));
        }

        private static Duration positive(String name, Duration value) {
            Objects.requireNonNull(value, name);
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException(name + " must be positive, was " + value);
            }
            if (value.compareTo(RequestChecks.LONGEST) > 0) {
                throw new IllegalArgumentException(
                        name + " must be at most " + RequestChecks.LONGEST.toDays() + " days, was " + value);
            }
            return value;
        }

        private static long atLeast(String name, long value, long least) {
            if (value < least) {
                throw new IllegalArgumentException(name + " must be at least " + least + ", was " + value);
            }
            return value;
        }
    }

    /** The kind of file that is expected; another is refused as an error page. */
    public enum FileKind {
        /** Anything: nothing is checked. */
        ANY,
        /** Comma-separated values: text that is not XML, HTML or JSON. */
        CSV,
        /** A PDF document. */
        PDF
    }
}
