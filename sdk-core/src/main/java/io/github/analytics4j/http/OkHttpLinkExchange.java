package io.github.analytics4j.http;

import io.github.analytics4j.auth.SecretMask;
import io.github.analytics4j.download.LinkAnswer;
import io.github.analytics4j.download.LinkExchange;
import io.github.analytics4j.error.CanceledException;
import java.io.IOException;
import java.util.List;
import okhttp3.Call;

/** A call that opens a link, and ends with its client at the latest. */
final class OkHttpLinkExchange implements LinkExchange, InFlight {
    private final Call call;
    private final Lifetime lifetime;
    private final SecretMask mask;

    OkHttpLinkExchange(Call call, Lifetime lifetime, SecretMask mask) {
        this.call = call;
        this.lifetime = lifetime;
        this.mask = mask;
    }

    @Override
    public LinkAnswer execute() throws IOException {
        if (lifetime.isClosed()) {
            throw new CanceledException("the download was cancelled: " + lifetime.why(), true, List.of(), null);
        }
        lifetime.enter(this);
        boolean open = false;
        try {
            LinkAnswer answer = new OkHttpLinkAnswer(call, call.execute(), mask, () -> lifetime.leave(this));
            open = true;
            return answer;
        } catch (IOException e) {
            throw Causes.masked(e, mask);
        } finally {
            if (!open) {
                lifetime.leave(this);
            }
        }
    }

    @Override
    public void cancel() {
        call.cancel();
    }

    @Override
    public void cancel(String why) {
        call.cancel();
    }

    /** A call's own text shows its URL. */
    @Override
    public String toString() {
        return "OkHttpLinkExchange";
    }
}
