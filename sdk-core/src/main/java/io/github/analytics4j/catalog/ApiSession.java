package io.github.analytics4j.catalog;

import io.github.analytics4j.client.ApiClient;
import io.github.analytics4j.client.ApiResponse;
import io.github.analytics4j.client.ClientOptions;
import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.client.Operation;
import io.github.analytics4j.client.Transport;
import io.github.analytics4j.download.Download;
import io.github.analytics4j.download.DownloadOptions;
import io.github.analytics4j.download.DownloadedFile;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.page.Page;
import io.github.analytics4j.page.PageRequest;
import io.github.analytics4j.page.PageSource;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.WalkSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** An open client of an API. Safe for use by several threads; the code that opened it closes it. */
public final class ApiSession implements AutoCloseable {
    private final ApiCatalog catalog;
    private final ApiClient client;

    ApiSession(ApiCatalog catalog, ApiClient client) {
        this.catalog = catalog;
        this.client = client;
    }

    /** {@return the API it is open to} */
    public ApiCatalog catalog() {
        return catalog;
    }

    /**
     * {@return a session with some options of its own, such as a listener, on the same connections and rate limit} It ends
     * with this one at the latest; closing it ends the calls that were made through it.
     *
     * @param change gets a builder with the options of this session
     */
    public ApiSession with(Consumer<ClientOptions.Builder> change) {
        return new ApiSession(catalog, client.with(change));
    }

    /**
     * {@return the hash of {@link ApiClient#keyHash}, which tells whether two sessions have the same API key, and not which}
     *
     * @param salt keys the hash; at least one byte
     */
    public Optional<String> keyHash(byte[] salt) {
        return client.keyHash(salt);
    }

    /**
     * Makes a request without sending it: to be shown, as a {@code curl} line, or to be sent for the whole response. Of an
     * operation that pages it is for one page.
     *
     * @param operation of this session's API
     * @param arguments values by parameter name
     * @return the request
     * @throws InvalidRequestException naming every mistake of the arguments
     */
    public Invocation<?> prepare(ApiOperation operation, Arguments arguments) {
        return own(operation).prepare(client, operation.request(arguments));
    }

    /**
     * {@return the rows of a table, asked for as they are needed; the arguments are checked at once} Where rows come with
     * one response, that is asked for when the first row is wanted.
     *
     * @param table of this session's API
     * @param arguments values by the names of the operation's parameters
     * @throws InvalidRequestException naming every mistake of the arguments
     */
    public Paged<?> rows(Table table, Arguments arguments) {
        ApiOperation operation = own(table.operation());
        Object request = operation.request(arguments);
        return table.paged() ? operation.walk(client, request) : whole(table, operation.operation, request);
    }

    /** Every table of one response; the operation is of the request's class, since that was made by its builder. */
    @SuppressWarnings("unchecked")
    private <R> Paged<Object> whole(Table table, Operation<?, R> raw, Object request) {
        Operation<Object, R> operation = (Operation<Object, R>) raw;
        Transport transport = client.transport();
        Map<String, String> query =
                new LinkedHashMap<>(transport.prepare(operation, request).query());
        query.put("table", table.name());
        PageSource<Object> source = PageSource.of(
                (at, canceler) -> transport.fetch(operation, request, canceler),
                at -> transport.fetchAsync(operation, request),
                at -> transport.fetchAhead(operation, request),
                (at, response) -> operation.read(response, readable -> page(table, at, readable)));
        return Paged.of(WalkSpec.whole(operation.id(), source)
                .open(transport::check)
                .query(query)
                .build());
    }

    /**
     * {@return the rows of a table in a response that {@link #prepare} brought, so that several tables of one operation
     * take one request} No request is sent.
     *
     * @param table whose rows come with one response
     * @param response of the table's own operation
     * @throws InvalidRequestException if the table's rows come page by page
     */
    public Paged<?> rows(Table table, ApiResponse<?> response) {
        if (table.paged()) {
            throw new InvalidRequestException(
                    own(table.operation()).id(),
                    List.of(table.name() + " comes page by page: ask for its rows with arguments"));
        }
        return inside(table, own(table.operation()).operation, response);
    }

    @SuppressWarnings("unchecked") // the response is of the table's operation
    private <R> Paged<Object> inside(Table table, Operation<?, R> operation, ApiResponse<?> response) {
        ApiResponse<R> own = (ApiResponse<R>) response;
        PageSource<Object> source = PageSource.of(
                (at, canceler) -> own,
                at -> CompletableFuture.completedFuture(own),
                at -> CompletableFuture.completedFuture(own),
                (at, known) -> operation.read(known, readable -> page(table, at, readable)));
        return Paged.of(WalkSpec.whole(operation.id(), source)
                .query(Map.of("table", table.name()))
                .build());
    }

    private static Page<Object> page(Table table, PageRequest at, ApiResponse<?> response) {
        RowFinder.Found found = table.find(response.value());
        return Page.of(at, found.rows, response.value())
                .withUnreadable(found.unreadable)
                .withDoubt(found.doubt)
                .withServerTime(response.serverTime().orElse(null));
    }

    /**
     * {@return the file of an operation that gives one; nothing is sent before it is asked for}
     *
     * @param operation of this session's API
     * @param arguments values by parameter name
     * @throws InvalidRequestException naming every mistake of the arguments, or if the operation gives no file
     */
    public Download download(ApiOperation operation, Arguments arguments) {
        return own(operation).download(client, operation.request(arguments));
    }

    /**
     * Orders a file, once.
     *
     * @param operation of this session's API
     * @param arguments values by parameter name
     * @return the order, whose file is made meanwhile
     * @throws InvalidRequestException naming every mistake of the arguments, or if the operation takes no orders
     */
    public FileOrder order(ApiOperation operation, Arguments arguments) {
        return catalog.order(client, ordering(operation).request(arguments));
    }

    /**
     * Picks up an order of this or another process.
     *
     * @param operation that made the order
     * @param ticket what {@link FileOrder#ticket} gave
     * @return the order, as it is at the vendor
     * @throws InvalidRequestException if it is no ticket, or if the operation takes no orders
     */
    public FileOrder resume(ApiOperation operation, String ticket) {
        try {
            var unused = ordering(operation);
            return catalog.resume(client, ticket);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(operation.id(), List.of("the ticket cannot be used: " + e.getMessage()));
        }
    }

    private ApiOperation ordering(ApiOperation operation) {
        if (own(operation).result() != ApiOperation.Result.ORDER) {
            throw new InvalidRequestException(
                    operation.id(), List.of("takes no orders of files: it gives " + operation.result()));
        }
        return operation;
    }

    private ApiOperation own(ApiOperation operation) {
        if (!operation.id().startsWith(catalog.name() + ".")) {
            throw new InvalidRequestException(
                    operation.id(), List.of("is an operation of another API than this session's, " + catalog.name()));
        }
        return operation;
    }

    /** Ends calls in flight and refuses further ones. Can be done twice. */
    @Override
    public void close() {
        client.close();
    }

    /** The API and where it is. */
    @Override
    public String toString() {
        return client.toString();
    }

    /** A file that was ordered and is made by the vendor meanwhile. Immutable, and usable as long as its session is open. */
    public interface FileOrder {

        /** {@return the id of the order at the vendor} */
        String id();

        /**
         * {@return one line of text from which {@link ApiSession#resume} picks the order up, in any process} It holds no secret.
         */
        String ticket();

        /**
         * Waits until the file is there.
         *
         * @param deadline how long to wait, from now on
         * @return the order, whose file can be saved without waiting
         * @throws io.github.analytics4j.error.DeadlineExceededException if it was not there by then
         * @throws io.github.analytics4j.error.DownloadException if the vendor could not make it
         */
        FileOrder await(Duration deadline);

        /**
         * Saves the file, which is complete or there is an error; call {@link #await} first.
         *
         * @param file what it is to be called
         * @param change sets options of the download
         * @return where the file is, and what proves it complete
         */
        DownloadedFile saveTo(Path file, Consumer<DownloadOptions.Builder> change);
    }
}
