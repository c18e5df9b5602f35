package io.github.analytics4j.http;

import io.github.analytics4j.download.LinkAnswer;
import io.github.analytics4j.download.LinkExchange;
import java.io.IOException;
import okhttp3.Call;

/** A call that opens a link. */
final class OkHttpLinkExchange implements LinkExchange {
    private final Call call;

    OkHttpLinkExchange(Call call) {
        this.call = call;
    }

    @Override
    public LinkAnswer execute() throws IOException {
        return new OkHttpLinkAnswer(call, call.execute());
    }

    @Override
    public void cancel() {
        call.cancel();
    }

    /** A call's own text shows its URL. */
    @Override
    public String toString() {
        return "OkHttpLinkExchange";
    }
}
