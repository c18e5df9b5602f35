package io.github.analytics4j.catalog;

import io.github.analytics4j.client.ApiClient;
import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.client.Operation;
import io.github.analytics4j.client.Transport;
import io.github.analytics4j.download.Download;
import io.github.analytics4j.error.GeneratedCodeApi;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.page.Paged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Describes an operation of an API: its parameters, its result, and the tables in that. Immutable. */
public final class ApiOperation {

    /** The kinds of result. */
    public enum Result {
        /** A JSON value. */
        JSON,
        /** A file. */
        FILE,
        /** An order of a file that is made meanwhile. */
        ORDER
    }

    final Operation<?, ?> operation;
    private final String doc;
    private final String vendorUrl;
    private final Result result;
    private final ParameterList.RequestParameters<?, ?> parameters;
    private final BiFunction<Transport, Object, Invocation<?>> prepare;
    private final @Nullable BiFunction<Transport, Object, Paged<?>> walk;
    private final @Nullable BiFunction<Transport, Object, Download> download;
    private final Table.Paging paging;
    private final int defaultPageSize;
    private final int maxPageSize;
    private final @Nullable Integer longestDays;
    private final List<String> rules;
    private final Supplier<List<Table.Builder<?>>> tableBuilders;
    private volatile @Nullable List<Table> tables;

    private ApiOperation(Builder<?, ?> from) {
        this.operation = from.operation;
        this.doc = from.doc;
        this.vendorUrl = from.vendorUrl;
        this.result = from.result;
        this.parameters = from.parameters.finished();
        this.prepare = from.prepare;
        this.walk = from.walk;
        this.download = from.download;
        this.paging = from.paging;
        this.defaultPageSize = from.defaultPageSize;
        this.maxPageSize = from.maxPageSize;
        this.longestDays = from.longestDays;
        this.rules = List.copyOf(from.rules);
        this.tableBuilders = from.tables;
    }

    /** {@return API, group and name: {@code synthflow.calls.list}} */
    public String id() {
        return operation.id();
    }

    /** {@return the group it belongs to: {@code calls}} */
    public String group() {
        String id = id();
        return id.substring(id.indexOf('.') + 1, id.lastIndexOf('.'));
    }

    /** {@return its name in its group, as the typed client has it: {@code list}} */
    public String name() {
        return id().substring(id().lastIndexOf('.') + 1);
    }

    /** {@return what the operation does, in one sentence} */
    public String summary() {
        int end = doc.indexOf("\n\n");
        String first = end < 0 ? doc : doc.substring(0, end);
        int stop = first.indexOf(". ");
        return stop < 0 ? first : first.substring(0, stop + 1);
    }

    /** {@return what the operation does, in paragraphs with a blank line between} */
    public String doc() {
        return doc;
    }

    /** {@return the address of the vendor's page about it} */
    public String vendorUrl() {
        return vendorUrl;
    }

    /** {@return the HTTP method} */
    public String method() {
        return operation.method();
    }

    /** {@return the path below the base URL, with {@code {name}} for path parameters} */
    public String path() {
        return operation.path();
    }

    /** {@return the kind of its result} */
    public Result result() {
        return result;
    }

    /** {@return whether sending it twice does no more than sending it once} */
    public boolean repeatable() {
        return operation.repeatable();
    }

    /** {@return the name that operations have in common which share a rate limit at the vendor} */
    public String rateLimitGroup() {
        return operation.group();
    }

    /** {@return the parameters in the vendor's order} */
    public List<Parameter> parameters() {
        return parameters.all();
    }

    /**
     * {@return the parameter of a name, if there is one}
     *
     * @param name as the catalogue has it
     */
    public Optional<Parameter> parameter(String name) {
        return parameters().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** {@return rules between parameters that are checked before a request is sent, in words} */
    public List<String> rules() {
        return rules;
    }

    /** {@return the way its rows come; {@link Table.Paging#NONE} of an operation that does not page} */
    public Table.Paging paging() {
        return paging;
    }

    /**
     * {@return the lists of rows it can give; none of an operation that must not be sent twice, or that gives a file}
     */
    public List<Table> tables() {
        List<Table> made = tables;
        if (made == null) {
            made = tableBuilders.get().stream().map(each -> each.build(this)).toList();
            tables = made;
        }
        return made;
    }

    /**
     * Checks arguments as a request would; nothing is sent.
     *
     * @param arguments values by parameter name
     * @throws InvalidRequestException naming every mistake
     */
    public void check(Arguments arguments) {
        var unused = request(arguments);
    }

    int defaultPageSize() {
        return defaultPageSize;
    }

    int maxPageSize() {
        return maxPageSize;
    }

    @Nullable
    Integer longestDays() {
        return longestDays;
    }

    /** Makes the operation's request record, or throws one exception with every mistake. */
    Object request(Arguments arguments) {
        return parameters.request(arguments);
    }

    Invocation<?> prepare(ApiClient client, Object request) {
        return parameters.named(() -> prepare.apply(client.transport(), request));
    }

    Paged<?> walk(ApiClient client, Object request) {
        BiFunction<Transport, Object, Paged<?>> pages = walk;
        if (pages == null) {
            throw new IllegalStateException(id() + " does not page");
        }
        return parameters.named(() -> pages.apply(client.transport(), request));
    }

    Download download(ApiClient client, Object request) {
        BiFunction<Transport, Object, Download> file = download;
        if (file == null) {
            throw new InvalidRequestException(id(), List.of("gives no file: it gives " + result));
        }
        return parameters.named(() -> file.apply(client.transport(), request));
    }

    /** The id. */
    @Override
    public String toString() {
        return id();
    }

    /**
     * An operation in the making; called by generated code.
     *
     * @param operation the operation as the client sends it
     * @param builder makes the builder of its request
     * @param build makes the request of the builder
     * @hidden
     */
    @GeneratedCodeApi
    public static <Q, R, B> Builder<Q, B> of(Operation<Q, R> operation, Supplier<B> builder, Function<B, Q> build) {
        return new Builder<>(operation, new ParameterList.RequestParameters<>(operation.id(), builder, build));
    }

    /**
     * Collects an operation. Parameters come first.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public static final class Builder<Q, B> extends ParameterList<B> {
        private final Operation<Q, ?> operation;
        private final ParameterList.RequestParameters<Q, B> parameters;
        private final List<String> rules = new ArrayList<>();
        private String doc = "";
        private String vendorUrl = "";
        private Result result = Result.JSON;
        private BiFunction<Transport, Object, Invocation<?>> prepare = (transport, request) -> {
            throw new IllegalStateException("no way to prepare a request");
        };
        private @Nullable BiFunction<Transport, Object, Paged<?>> walk;
        private @Nullable BiFunction<Transport, Object, Download> download;
        private Table.Paging paging = Table.Paging.NONE;
        private int defaultPageSize;
        private int maxPageSize;
        private @Nullable Integer longestDays;
        private Supplier<List<Table.Builder<?>>> tables = List::of;

        private Builder(Operation<Q, ?> operation, ParameterList.RequestParameters<Q, B> parameters) {
            super(parameters);
            this.operation = operation;
            this.parameters = parameters;
        }

        /** Sets its description, and the vendor's page about it. */
        public void doc(String text, String url) {
            this.doc = text;
            this.vendorUrl = url;
        }

        /** Sets the function that prepares a request. */
        @SuppressWarnings("unchecked") // the request was made by this operation's own builder
        public void prepare(BiFunction<Transport, Q, ? extends Invocation<?>> how) {
            this.prepare = (transport, request) -> how.apply(transport, (Q) request);
        }

        /** Sets the function that walks its pages, with the sizes they have. */
        @SuppressWarnings("unchecked") // as above
        public void pages(Table.Paging style, int usual, int most, BiFunction<Transport, Q, ? extends Paged<?>> how) {
            this.paging = style;
            this.defaultPageSize = usual;
            this.maxPageSize = most;
            this.walk = (transport, request) -> how.apply(transport, (Q) request);
        }

        /** Says that it gives a file, and sets the function that downloads it. */
        @SuppressWarnings("unchecked") // as above
        public void file(BiFunction<Transport, Q, Download> how) {
            this.result = Result.FILE;
            this.download = (transport, request) -> how.apply(transport, (Q) request);
        }

        /** Says that it orders a file. */
        public void order() {
            this.result = Result.ORDER;
        }

        /** Says that the first of two parameters must not be greater than, or lie after, the second. */
        public void ordered(String low, String high) {
            rules.add(low + " not after " + high);
        }

        /** Says that a range of days has a longest length. */
        public void atMostDays(int days, String from, String to) {
            rules.add("at most " + days + " days from " + from + " to " + to);
            this.longestDays = days;
        }

        /** Says that a range of days has a longest length in one request; walks over more are made of parts. */
        public void atMostDaysAtOnce(int days, String from, String to) {
            rules.add("at most " + days + " days from " + from + " to " + to
                    + " in one request; a walk over more is made of parts");
            this.longestDays = days;
        }

        /** Sets the supplier of its tables, called when they are first asked for. */
        public void tables(Supplier<List<Table.Builder<?>>> made) {
            this.tables = made;
        }

        /** The finished operation. */
        public ApiOperation build() {
            return new ApiOperation(this);
        }
    }
}
