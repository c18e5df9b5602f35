package io.github.analytics4j.catalog;

import io.github.analytics4j.catalog.ApiSession.FileOrder;
import io.github.analytics4j.catalog.ClientSettings.Setting;
import io.github.analytics4j.client.AbstractClientBuilder;
import io.github.analytics4j.client.ApiClient;
import io.github.analytics4j.error.GeneratedCodeApi;
import io.github.analytics4j.error.InvalidRequestException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An API as data, and the way into it for programs that know no API by name. Immutable, and safe for use by several threads;
 * each API module provides one as a service.
 */
public abstract class ApiCatalog {
    private final String name;
    private final String title;
    private final String doc;
    private final List<Setting> settings;
    private final Supplier<List<ApiOperation>> made;
    private volatile @Nullable List<ApiOperation> operations;

    /**
     * A catalogue; called by API modules.
     *
     * @param name as it begins the ids of operations: {@code synthflow}
     * @param title the API's name for people
     * @param doc what the API is about, in a sentence
     * @param settings that a client can be opened with
     * @param operations makes the operations when they are first asked for
     */
    protected ApiCatalog(
            String name, String title, String doc, List<Setting> settings, Supplier<List<ApiOperation>> operations) {
        this.name = name;
        this.title = title;
        this.doc = doc;
        this.settings = List.copyOf(settings);
        this.made = operations;
    }

    /**
     * {@return the catalogues of all API modules that the current thread's class loader finds, by name; where it finds none, as on
     * threads of Java's common pool in a jar of jars, those that this class's own loader finds}
     */
    public static List<ApiCatalog> all() {
        List<ApiCatalog> found = sorted(ServiceLoader.load(ApiCatalog.class));
        return found.isEmpty() ? all(ApiCatalog.class.getClassLoader()) : found;
    }

    /**
     * {@return the catalogues of all API modules that a class loader finds, by name}
     *
     * @param loader whose class path or module layer has the API modules
     */
    public static List<ApiCatalog> all(ClassLoader loader) {
        return sorted(ServiceLoader.load(ApiCatalog.class, loader));
    }

    private static List<ApiCatalog> sorted(ServiceLoader<ApiCatalog> found) {
        List<ApiCatalog> all = new ArrayList<>();
        found.forEach(all::add);
        all.sort(Comparator.comparing(ApiCatalog::name));
        return List.copyOf(all);
    }

    /**
     * {@return the name that was probably meant; empty where none is near}
     *
     * @param typed a name that is not among them
     * @param names those that there are
     */
    public static Optional<String> nearest(String typed, Collection<String> names) {
        return names.stream()
                .filter(each -> distance(typed, each) <= Math.max(1, each.length() / 3))
                .min(Comparator.comparingInt(each -> distance(typed, each)));
    }

    /** How many characters have to be added, left out or changed. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int i = 0; i <= other.length(); i++) {
            row[i] = i;
        }
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }

    /** {@return the API's name, one word in lower case: {@code synthflow}} */
    public final String name() {
        return name;
    }

    /** {@return the API's name for people: {@code Synthflow}} */
    public final String title() {
        return title;
    }

    /** {@return the subject of the API, in a sentence} */
    public final String doc() {
        return doc;
    }

    /** {@return the settings that a client can be opened with} */
    public final List<Setting> settings() {
        return settings;
    }

    /** {@return the operations in the vendor's order} */
    public final List<ApiOperation> operations() {
        List<ApiOperation> all = operations;
        if (all == null) {
            all = List.copyOf(made.get());
            operations = all;
        }
        return all;
    }

    /**
     * {@return the operation of an id, if there is one}
     *
     * @param id API, group and name: {@code synthflow.calls.list}
     */
    public final Optional<ApiOperation> operation(String id) {
        return operations().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** {@return the tables of all operations, in their order} */
    public final List<Table> tables() {
        return operations().stream().flatMap(each -> each.tables().stream()).toList();
    }

    /**
     * {@return the table of a name, if there is one}
     *
     * @param tableName with the API's in front: {@code synthflow_calls}
     */
    public final Optional<Table> table(String tableName) {
        return tables().stream().filter(each -> each.name().equals(tableName)).findFirst();
    }

    /**
     * Opens a client; the caller closes it.
     *
     * @param settings key, address and the like; what other APIs need may be among them
     * @return the session with the client, on connections of its own
     * @throws InvalidRequestException naming every setting that is missing or wrong
     */
    public final ApiSession open(ClientSettings settings) {
        return open(settings, builder -> {});
    }

    /**
     * As {@link #open(ClientSettings)}, with more than settings can say.
     *
     * @param settings key, address and the like
     * @param change sets options, a listener, an {@code OkHttpClient} of your own; applied after the settings
     * @return the session with the client
     */
    public final ApiSession open(ClientSettings settings, Consumer<? super AbstractClientBuilder<?>> change) {
        List<String> mistakes = settings.mistakes(name, this.settings);
        if (!mistakes.isEmpty()) {
            throw new InvalidRequestException("settings of " + name, mistakes);
        }
        return new ApiSession(this, client(settings, change));
    }

    /**
     * Opens a client; implemented by API modules.
     *
     * @param settings where the values of {@link #settings()} are found; none is misspelled
     * @param change is applied to the builder last
     * @return the client
     * @throws InvalidRequestException naming every setting that is missing or wrong
     * @hidden
     */
    @GeneratedCodeApi
    protected abstract ApiClient client(ClientSettings settings, Consumer<? super AbstractClientBuilder<?>> change);

    /**
     * Orders a file; implemented where the API has such an operation.
     *
     * @param client of this API
     * @param request the operation's request record
     * @return the order
     * @hidden
     */
    @GeneratedCodeApi
    protected FileOrder order(ApiClient client, Object request) {
        throw new UnsupportedOperationException("this API takes no orders of files");
    }

    /**
     * Picks up an order by its ticket; implemented where the API has such an operation.
     *
     * @param client of this API
     * @param ticket what {@link FileOrder#ticket} gave
     * @return the order
     * @hidden
     */
    @GeneratedCodeApi
    protected FileOrder resume(ApiClient client, String ticket) {
        throw new UnsupportedOperationException("this API takes no orders of files");
    }

    /** The name. */
    @Override
    public final String toString() {
        return name;
    }
}
