package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Lists that come with one response. */
class WholeWalkTest {

    /** Counts what it is asked for; the first request fails if so wanted. */
    private static final class Source implements PageSource<String> {
        final AtomicInteger asked = new AtomicInteger();
        final int failures;

        Source(int failures) {
            this.failures = failures;
        }

        @Override
        public Page<String> fetch(PageRequest at) {
            if (asked.getAndIncrement() < failures) {
                throw new IllegalStateException("not now");
            }
            return Page.of(at, List.of("a", "b", "c"), "answer");
        }

        @Override
        public CompletableFuture<Page<String>> fetchAsync(PageRequest at) {
            return CompletableFuture.supplyAsync(() -> fetch(at), Runnable::run);
        }
    }

    @Test
    void walk_failure_canBeAskedAgain() {
        Source source = new Source(1);
        Walk<String> walk = Paged.of(WalkSpec.whole("test", source).build()).iterator();
        assertThatThrownBy(walk::hasNext).hasMessage("not now");
        assertThat(walk.next()).isEqualTo("a");
        assertThat(source.asked).hasValue(2);
    }

    @Test
    void walk_eachIterator_asksOnce() {
        Source source = new Source(0);
        Paged<String> rows = Paged.of(WalkSpec.whole("test", source).build());
        assertThat(rows.prefetch(8).toList()).hasSize(3);
        assertThat(source.asked).hasValue(1);
        assertThat(rows.limit(0).toList()).isEmpty();
        assertThat(source.asked).hasValue(1);
    }

    @Test
    void resume_goesOnBehindTheRowsDelivered_andIsNotProven() {
        Paged<String> rows = Paged.of(WalkSpec.whole("test", new Source(0)).build());
        Walk<String> walk = rows.iterator();
        walk.next();
        Checkpoint checkpoint = Checkpoint.parse(walk.checkpoint().text());
        assertThat(checkpoint.rows()).isEqualTo(1);

        Walk<String> rest = rows.resume(checkpoint).iterator();
        assertThat(rest.next()).isEqualTo("b");
        assertThat(rest.next()).isEqualTo("c");
        assertThat(rest.hasNext()).isFalse();
        assertThat(rest.report().rows()).isEqualTo(3);
        assertThat(rest.report().proven()).isFalse();
        assertThat(rest.checkpoint().finished()).isTrue();
        assertThatThrownBy(() -> rows.resume(rest.checkpoint())).hasMessageContaining("reached its end");
    }
}
