package io.github.analytics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command's SQL over walks that are not proven, and ones that are interrupted. */
class SqlWalksTest {
    private static final int ITEMS = 5_000;
    private static final String COUNT = "select count(*) as items from shop_items()";

    private ShopServer server;
    private Shell shell;

    @BeforeEach
    void start() throws IOException {
        server = new ShopServer(ITEMS);
        shell = new Shell().with(server.environment());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void walk_proven_is0() {
        Shell.Result result = shell.run("sql", COUNT);

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("{\"items\":5000}\n");
    }

    @Test
    void walk_notProven_is3AndWritesNoRow() {
        server.state(ITEMS + 700);
        Shell.Result result = shell.run("sql", COUNT);

        assertThat(result.code()).as(result.err()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).hasLineCount(1).contains("shop_items", "--allow-unproven");
    }

    @Test
    void walk_notProvenButAllowed_writesItsRowsAndIs3() {
        server.state(ITEMS + 700);
        Shell.Result result = shell.run("sql", COUNT, "--allow-unproven");

        assertThat(result.out()).isEqualTo("{\"items\":5000}\n");
        assertThat(result.code()).as(result.err()).isEqualTo(3);
    }

    @Test
    void interrupt_whileAPageIsAwaited_endsTheQueryAndItsRequest() throws Exception {
        server.stickAt(0);
        Interrupt interrupt = new Interrupt();
        Shell first = new Shell().with(server.environment()).interrupt(interrupt);
        CompletableFuture<Shell.Result> run = CompletableFuture.supplyAsync(() -> first.run("sql", COUNT));
        server.awaitStuck();
        interrupt.raise();

        Shell.Result result = run.get(20, TimeUnit.SECONDS);
        assertThat(result.code()).as(result.err()).isEqualTo(130);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("analytics4j: interrupted\n");
    }
}
