package io.github.analytics4j.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    @Test
    void fixed_afterARefusal_hasNoOtherKey() {
        Credentials fixed = Credentials.fixed(AuthScheme.BEARER, "k1");

        assertThat(fixed.refreshable()).isFalse();
        assertThat(fixed.current().reveal()).isEqualTo("k1");
        assertThat(fixed.after(fixed.current())).isNull();
    }

    @Test
    void fixed_brokenKey_isRefusedAtOnce() {
        assertThatThrownBy(() -> Credentials.fixed(AuthScheme.BEARER, "a b"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void supplied_untilARefusal_isAskedOnce() {
        Iterator<String> keys = List.of("k1", "k2").iterator();
        Credentials supplied = Credentials.supplied(AuthScheme.BEARER, keys::next);

        Secret first = supplied.current();

        assertThat(supplied.current()).isEqualTo(first);
        Secret second = supplied.after(first);
        assertThat(second).isEqualTo(Secret.of("k2"));
        assertThat(supplied.current()).isEqualTo(second);
    }

    @Test
    void after_supplierGivesTheSameKey_isNull() {
        Credentials supplied = Credentials.supplied(AuthScheme.BEARER, () -> "same");

        assertThat(supplied.after(supplied.current())).isNull();
    }

    @Test
    void after_keyReplacedMeanwhile_takesTheNewOneWithoutAsking() {
        AtomicInteger asked = new AtomicInteger();
        Credentials supplied = Credentials.supplied(AuthScheme.BEARER, () -> "k" + asked.incrementAndGet());
        Secret old = supplied.current();
        supplied.after(old);

        assertThat(supplied.after(old)).isEqualTo(Secret.of("k2"));
        assertThat(asked).hasValue(2);
    }

    @Test
    void after_manyThreadsAtOnce_asksOnce() {
        AtomicInteger asked = new AtomicInteger();
        Credentials supplied = Credentials.supplied(AuthScheme.BEARER, () -> "k" + asked.incrementAndGet());
        Secret old = supplied.current();
        CountDownLatch start = new CountDownLatch(1);
        List<CompletableFuture<Secret>> all = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            all.add(CompletableFuture.supplyAsync(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return supplied.after(old);
            }));
        }
        start.countDown();

        assertThat(all).allSatisfy(one -> assertThat(one.join()).isEqualTo(Secret.of("k2")));
        assertThat(asked).hasValue(2);
    }

    @Test
    void supplied_nullOrBroken_saysSoWithoutTheKey() {
        assertThatThrownBy(() ->
                        Credentials.supplied(AuthScheme.BEARER, () -> null).current())
                .hasMessage("the supplier of the API key gave null");
        assertThatThrownBy(() -> Credentials.supplied(AuthScheme.BEARER, () -> "canary\n")
                        .current())
                .hasMessageNotContaining("canary");
    }

    @Test
    void toString_anyKey_showsTheHeaderAlone() {
        assertThat(Credentials.fixed(AuthScheme.BEARER, "canary")).hasToString("Credentials[Authorization]");
    }
}
