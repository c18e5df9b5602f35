package io.github.analytics4j.benchmarks.clients;

import com.squareup.square.SquareClient;
import com.squareup.square.types.ListPaymentsRequest;
import com.squareup.square.types.Payment;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The auto-paging list of payments of Square's SDK. */
public final class SquareReader implements Reader {
    private @Nullable SquareClient client;

    @Override
    public Totals read(URI list, long atMost) {
        if (client == null) {
            client = SquareClient.builder().token("key").url(list.toString()).build();
        }
        Totals totals = new Totals();
        ListPaymentsRequest request = ListPaymentsRequest.builder().limit(PAGE).build();
        for (Payment payment : client.payments().list(request)) {
            totals.add(
                    payment.getAmountMoney().orElseThrow().getAmount().orElseThrow(),
                    payment.getNote().orElseThrow());
            if (totals.calls() == atMost) {
                break;
            }
        }
        return totals;
    }
}
