package io.github.analytics4j.benchmarks.clients;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.param.ChargeListParams;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** stripe-java's auto-paging list of charges. */
public final class StripeReader implements Reader {
    private @Nullable StripeClient client;

    @Override
    public Totals read(URI list, long atMost) throws StripeException {
        if (client == null) {
            client = StripeClient.builder()
                    .setApiKey("sk_test_key")
                    .setApiBase(list.toString())
                    .build();
        }
        Totals totals = new Totals();
        ChargeListParams params =
                ChargeListParams.builder().setLimit((long) PAGE).build();
        for (Charge charge : client.v1().charges().list(params).autoPagingIterable()) {
            totals.add(charge.getAmount(), charge.getDescription());
            if (totals.calls() == atMost) {
                break;
            }
        }
        return totals;
    }
}
