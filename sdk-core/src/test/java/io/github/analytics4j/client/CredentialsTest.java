package io.github.analytics4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.client.AbstractClientBuilder.AuthScheme;
import io.github.analytics4j.client.Credentials.Secret;
import io.github.analytics4j.client.Credentials.Supplied;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    private static Credentials supplied(Supplier<String> supplier) {
        return Credentials.supplied(AuthScheme.BEARER, supplier, Runnable::run);
    }

    private static Supplied after(Credentials credentials, long number) {
        AtomicInteger told = new AtomicInteger();
        credentials.askAfter(number, told::incrementAndGet).run();
        assertThat(told).as("told once").hasValue(1);
        return credentials.latest();
    }

    @Test
    void fixed_afterARefusal_hasNoOtherKey() {
        Credentials fixed = Credentials.fixed(AuthScheme.BEARER, "k1");

        assertThat(fixed.refreshable()).isFalse();
        assertThat(fixed.latest()).isEqualTo(new Supplied(1, Secret.of("k1"), null));
        assertThat(after(fixed, 1).number()).isEqualTo(1);
    }

    @Test
    void fixed_brokenKey_isRefusedAtOnce() {
        assertThatThrownBy(() -> Credentials.fixed(AuthScheme.BEARER, "a b"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void supplied_untilARefusal_isAskedOnce() {
        AtomicInteger asked = new AtomicInteger();
        Credentials supplied = supplied(() -> "k" + asked.incrementAndGet());

        assertThat(supplied.latest()).isEqualTo(new Supplied(0, null, null));
        assertThat(after(supplied, 0)).isEqualTo(new Supplied(1, Secret.of("k1"), null));
        assertThat(after(supplied, 0).number()).isEqualTo(1);
        assertThat(after(supplied, 1)).isEqualTo(new Supplied(2, Secret.of("k2"), null));
        assertThat(after(supplied, 1).number()).isEqualTo(2);
        assertThat(asked).hasValue(2);
    }

    @Test
    void askAfter_manyAtOnce_asksOnceAndTellsAllButWhoLeft() {
        List<Runnable> asked = new ArrayList<>();
        Credentials supplied = Credentials.supplied(AuthScheme.BEARER, () -> "same", asked::add);
        AtomicInteger told = new AtomicInteger();
        for (int i = 0; i < 100; i++) {
            supplied.askAfter(0, told::incrementAndGet);
        }
        supplied.askAfter(0, () -> told.addAndGet(1000)).run();

        assertThat(asked).hasSize(1);
        assertThat(told).hasValue(0);
        asked.get(0).run();
        assertThat(told).hasValue(100);
    }

    @Test
    void askAfter_thereIsNoThreadToAskOn_tellsAllWhoWaitAndAsksAgainLater() {
        List<Runnable> asked = new ArrayList<>();
        Credentials supplied = Credentials.supplied(AuthScheme.BEARER, () -> "k1", run -> {
            asked.add(run);
            if (asked.size() == 1) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            run.run();
        });

        assertThat(after(supplied, 0).problem())
                .hasMessage("the supplier of the API key could not be asked:"
                        + " java.lang.OutOfMemoryError: unable to create native thread");
        assertThat(after(supplied, 1)).isEqualTo(new Supplied(2, Secret.of("k1"), null));
        assertThat(asked).hasSize(2);
    }

    @Test
    void supplied_noKey_saysWhyInNoWordsOfTheSupplier() {
        assertThat(after(supplied(() -> null), 0).problem()).hasMessage("the supplier of the API key gave null");
        assertThat(after(supplied(() -> "canary\n"), 0).problem())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line break")
                .hasMessageNotContaining("canary");
        Supplier<String> failing = () -> {
            throw new NoClassDefFoundError("canary");
        };
        assertThat(after(supplied(failing), 0).problem())
                .hasMessage("the supplier of the API key failed with NoClassDefFoundError");
    }

    @Test
    void supplied_failureAfterAKey_keepsTheKey() {
        Iterator<String> keys = List.of("k1").iterator();
        Credentials supplied = supplied(keys::next);
        after(supplied, 0);

        assertThat(after(supplied, 1).key()).isEqualTo(Secret.of("k1"));
        assertThat(supplied.latest().problem())
                .hasMessage("the supplier of the API key failed with NoSuchElementException");
    }

    @Test
    void toString_anyKey_showsTheHeaderAlone() {
        assertThat(Credentials.fixed(AuthScheme.BEARER, "canary")).hasToString("Credentials[Authorization]");
    }
}
