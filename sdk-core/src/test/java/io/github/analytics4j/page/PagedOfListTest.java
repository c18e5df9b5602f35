package io.github.analytics4j.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.WalkException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A walk over a list of one's own is a walk as any other. */
class PagedOfListTest {
    private static List<String> rows(int count) {
        return IntStream.range(0, count).mapToObj(i -> new String("r" + i % 7)).toList(); // alike, and not the same
    }

    @Test
    void of_listOfAnyLength_givesItsRowsInOrderAndProven() {
        for (int count : new int[] {0, 1, 99, 100, 101, 450}) {
            AtomicReference<WalkReport> report = new AtomicReference<>();
            List<String> rows = rows(count);
            assertThat(Paged.of(rows).onReport(report::set).toList()).isEqualTo(rows);
            assertThat(report.get().proven())
                    .as("%d rows: %s", count, report.get())
                    .isTrue();
        }
    }

    @Test
    void of_list_isReadInEveryForm() {
        List<String> rows = rows(250);
        List<String> heard = new ArrayList<>();
        Paged<String> paged = Paged.of(rows);
        assertThat(paged.toListAsync().join()).isEqualTo(rows);
        assertThat(paged.forEachAsync(heard::add).join().proven()).isTrue();
        assertThat(heard).isEqualTo(rows);
        assertThat(paged.prefetch(4).stream().toList()).isEqualTo(rows);
        assertThat(paged.pageSize(7).toList()).isEqualTo(rows);
        assertThat(paged.limit(120).toList()).isEqualTo(rows.subList(0, 120));
        assertThat(paged.firstPage().items()).isEqualTo(rows);
    }

    @Test
    void resume_behindAnyRow_goesOnWithTheNext() {
        List<String> rows = rows(230);
        Walk<String> walk = Paged.of(rows).iterator();
        for (int read = 1; read < rows.size(); read++) {
            walk.next();
            Checkpoint checkpoint = Checkpoint.parse(walk.checkpoint().text());
            assertThat(Paged.of(rows).resume(checkpoint).toList()).isEqualTo(rows.subList(read, rows.size()));
        }
    }

    @Test
    void of_sameObjectTwice_givesItTwiceAndProven() {
        AtomicReference<WalkReport> report = new AtomicReference<>();
        List<String> rows = Collections.nCopies(320, "row");
        assertThat(Paged.of(rows).onReport(report::set).toList()).isEqualTo(rows);
        assertThat(report.get().proven()).isTrue();
    }

    @Test
    void of_list_isWalkedAsAnApisRows() {
        Paged<String> rows = Paged.of(List.of("a", "b", "c"));
        assertThat(rows.toList()).containsExactly("a", "b", "c");
        assertThat(rows.prefetch(4).limit(2).toList()).containsExactly("a", "b");
        assertThat(rows.toListAsync().join()).containsExactly("a", "b", "c");
        assertThat(rows.pages().stream().map(Page::items)).containsExactly(List.of("a", "b", "c"));
        assertThat(rows.firstPage().items()).containsExactly("a", "b", "c");
        assertThat(Paged.of(List.<String>of()).toList()).isEmpty();
        List<WalkReport> reports = new ArrayList<>();
        assertThat(rows.onReport(reports::add).stream().count()).isEqualTo(3);
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.proven()).isTrue();
            assertThat(report.rows()).isEqualTo(3);
        });
    }

    @Test
    void of_listThatChangesLater_keepsWhatItWasGiven() {
        List<String> rows = new ArrayList<>(rows(3));
        Paged<String> paged = Paged.of(rows);
        rows.add("later");
        rows.remove(0);
        assertThat(paged.toList()).isEqualTo(rows(3));
        assertThatThrownBy(paged::endNow).isInstanceOf(WalkException.class);
    }

    @Test
    void of_null_isRefused() {
        assertThatThrownBy(() -> Paged.of(Arrays.asList("a", null))).isInstanceOf(NullPointerException.class);
    }

    /** Of the page that came, rows beyond the limit are not delivered, in whichever form the walk is. */
    @Test
    void limit_withinAPage_isToldAlikeInEveryForm() {
        Paged<String> limited = Paged.of(rows(50)).limit(10);
        List<WalkReport> reports = new ArrayList<>();
        List<WalkProgress> ends = new ArrayList<>();
        Paged<String> told = limited.onReport(reports::add).onProgress(at -> {
            if (at.finished()) {
                ends.add(at);
            }
        });

        told.forEach(row -> {});
        told.pages().forEach(page -> {});
        reports.add(told.forEachAsync(row -> {}).join());
        told.toListAsync().join();

        assertThat(reports).hasSize(5).allSatisfy(report -> {
            assertThat(report.rows()).isEqualTo(10);
            assertThat(report.finished()).isFalse();
            assertThat(report.proven()).isFalse();
        });
        assertThat(ends).extracting(WalkProgress::rows).containsExactly(10L, 10L, 10L, 10L);
    }

    @Test
    void pages_listenerOfTheReportThrows_theWalkHasEndedAllTheSame() {
        PageWalk<String> walk = Paged.of(List.of("a", "b"))
                .onReport(report -> {
                    throw new IllegalStateException("the listener's own");
                })
                .pages()
                .iterator();
        walk.next();
        assertThatThrownBy(walk::hasNext).hasMessage("the listener's own");
        assertThat(walk.hasNext()).isFalse();
        assertThat(walk.report().rows()).isEqualTo(2);
        assertThat(walk.report().finished()).isTrue();
        assertThat(walk.checkpoint().finished()).isTrue();
    }
}
