package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.catalog.ClientSettings.Setting;
import io.github.analytics4j.client.AbstractClientBuilder;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.testkit.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Opens clients with what the user set: options, the environment, a settings file, in this order for each setting; or with a
 * sandbox, which nothing of that reaches. Closes the sandbox when it is closed itself.
 */
public final class Accounts implements AutoCloseable {
    /** The name of the address in a client's mistakes. */
    private static final String BASE_URL = "baseUrl";

    private static final int MOST_ATTEMPTS = 1_000;

    /** The longest wait between two attempts of many: an outage lasts minutes. */
    private static final Duration LONG_WAIT = Duration.ofSeconds(30);

    private final Surroundings surroundings;
    private final ParseResult options;
    private final @Nullable Integer attempts;
    private final @Nullable Duration deadline;
    private final @Nullable Sandbox sandbox;
    private @Nullable ClientSettings common;

    /**
     * Reads the options of {@link #options()}; starts the sandbox if it is asked for.
     *
     * @param surroundings with the environment that settings come from
     * @param options what was typed, as picocli understood it
     */
    public Accounts(Surroundings surroundings, ParseResult options) {
        this.surroundings = surroundings;
        this.options = options;
        this.attempts = new CommandLineOptions(options).number(OptionNames.ATTEMPTS, 1, MOST_ATTEMPTS);
        String time = text(OptionNames.DEADLINE);
        this.deadline = time == null ? null : Words.duration(OptionNames.DEADLINE, time);
        refuseBesideSandbox(OptionNames.SETTINGS);
        this.sandbox = flag(OptionNames.SANDBOX) ? Sandbox.start() : null;
    }

    /** {@return the options that say which accounts are used; for a subcommand's own} */
    public static List<OptionSpec> options() {
        return connection(List.of()).options();
    }

    /** {@return the option that says how long a request may take; for a subcommand that orders nothing} */
    public static OptionSpec deadline() {
        return OptionGroup.of("More", OptionGroup.Builder::deadline).options().get(0);
    }

    /** As {@link #options()}, with the settings of one API that are no secrets. */
    static OptionGroup options(ApiCatalog api) {
        return connection(api.settings().stream().filter(each -> !each.secret()).toList());
    }

    private static OptionGroup connection(List<Setting> settings) {
        return OptionGroup.of("Account", group -> {
            for (Setting setting : settings) {
                group.value(
                        "--" + setting.name(),
                        setting.values().isEmpty() ? "TEXT" : "NAME",
                        setting.meaning() + Help.choices(setting.values()) + " Also " + setting.variable()
                                + " in the environment.",
                        setting.values());
            }
            group.value(
                    OptionNames.SETTINGS,
                    "FILE",
                    "A properties file with keys and other settings, readable by its owner alone;"
                            + " ~/.config/analytics4j/settings.properties unless told.");
            group.value(
                    OptionNames.ATTEMPTS,
                    "NUMBER",
                    "How often a request is tried before it fails, " + RetryPolicy.DEFAULT.maxAttempts()
                            + " unless told. Of more, the waits between grow to half a minute: give them the time with"
                            + " --deadline.");
            group.flag(
                    OptionNames.SANDBOX,
                    "Asks a sandbox inside this command instead of the vendor: needs no key and no network.");
        });
    }

    private boolean flag(String name) {
        return options.commandSpec().findOption(name) != null && options.matchedOptionValue(name, false);
    }

    private @Nullable String text(String name) {
        return options.commandSpec().findOption(name) == null ? null : options.matchedOptionValue(name, null);
    }

    /**
     * {@return whether a key is set for that API}
     *
     * @param api one of those found
     */
    public boolean hasKey(ApiCatalog api) {
        return missingKey(api, settings(api)).isEmpty();
    }

    /**
     * {@return the mistakes in the settings of an API, beside what is missing; empty without any} A name that is misspelled may
     * be why a key is missing.
     *
     * @param api one of those found
     */
    public Optional<String> mistakes(ApiCatalog api) {
        ClientSettings settings = settings(api);
        List<Setting> missing = api.settings().stream()
                .filter(each ->
                        each.required() && settings.get(api.name(), each).isEmpty())
                .toList();
        return mistakes(api, with(missing, api, settings));
    }

    /**
     * {@return a value for a parameter that the sandbox knows, such as its main agent; empty without a sandbox}
     *
     * @param api one of those found
     * @param parameter its name in the catalogue
     */
    public Optional<String> fromSandbox(ApiCatalog api, String parameter) {
        return sandbox == null
                ? Optional.empty()
                : Optional.ofNullable(sandbox.environment().get(upper(api.name() + "_" + parameter)));
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    /** The settings of all APIs, for a command that opens clients by itself. */
    ClientSettings settings() {
        return sandbox == null ? common() : ClientSettings.environment(sandbox.environment());
    }

    /**
     * Opens a client.
     *
     * @param api one of those found
     * @return the session, which the caller closes
     * @throws CommandException with {@link ExitCode#KEY} if its key is set nowhere
     */
    public ApiSession open(ApiCatalog api) {
        return open(api, (String) null);
    }

    /** As {@link #open(ApiCatalog)}, with a settings file that counts before all others; null for none. */
    ApiSession open(ApiCatalog api, @Nullable String file) {
        ClientSettings settings = settings(api, file);
        Optional<Setting> missing = missingKey(api, settings);
        if (missing.isPresent()) {
            Setting key = missing.get();
            throw new CommandException(
                    ExitCode.KEY,
                    mistakes(api, with(List.of(key), api, settings))
                                    .map(each -> each + "; ")
                                    .orElse("")
                            + "no key for " + api.title() + ": set " + key.variable() + " in the environment, or "
                            + api.name() + "." + key.name() + " in "
                            + (file == null ? settingsFile() : file) + " (chmod 600); --sandbox needs none");
        }
        return opened(api, settings);
    }

    private ApiSession opened(ApiCatalog api, ClientSettings settings) {
        try {
            return api.open(settings, this::configure);
        } catch (InvalidRequestException e) {
            List<String> mistakes = e.mistakes();
            if (mistakes.stream().noneMatch(each -> each.startsWith(BASE_URL))) {
                throw e;
            }
            throw new CommandException(
                    ExitCode.WRONG_ARGUMENTS,
                    mistakes.stream().map(each -> inSettings(each, api)).collect(Collectors.joining("; ")),
                    e);
        }
    }

    /** A mistake of a client's address, with the name that the user gave it by, and without what only a program can do. */
    private String inSettings(String mistake, ApiCatalog api) {
        if (!mistake.startsWith(BASE_URL)) {
            return mistake;
        }
        String name = text("--base-url") == null ? "the base-url of " + api.name() : "--base-url";
        String rule = mistake.substring(BASE_URL.length()).replaceAll(", or allow it with allowHttpTo.*", "");
        boolean saysHow = rule.endsWith("; use https");
        return name
                + rule
                + (saysHow
                        ? ""
                        : ": a URL is such as https://api.example.com/v2, or http://127.0.0.1:8080 for this machine");
    }

    private Optional<String> mistakes(ApiCatalog api, ClientSettings settings) {
        try {
            opened(api, settings).close();
            return Optional.empty();
        } catch (CommandException | InvalidRequestException e) {
            return Optional.of(Failures.sentence(e));
        }
    }

    /** Tells accounts apart: the same for the same API with the same values of all settings, of which it shows none. */
    String identity(ApiCatalog api, @Nullable String file) {
        ClientSettings settings = settings(api, file);
        StringBuilder values = new StringBuilder(api.name());
        api.settings()
                .forEach(each -> values.append('\n')
                        .append(settings.get(api.name(), each).orElse("")));
        return values.toString();
    }

    private ClientSettings settings(ApiCatalog api, @Nullable String file) {
        ClientSettings usual = settings(api);
        return file == null ? usual : ClientSettings.file(Path.of(file)).or(usual);
    }

    /** Opens a client that is never to send anything, with something in the place of its key. */
    ApiSession openToLook(ApiCatalog api) {
        ClientSettings settings = settings(api);
        List<Setting> missing = missingKey(api, settings).stream().toList();
        return opened(api, with(missing, api, settings));
    }

    /** The settings with something in the place of each that is missing: text that is a key and an address as well. */
    private static ClientSettings with(List<Setting> missing, ApiCatalog api, ClientSettings settings) {
        return settings.or(ClientSettings.of(missing.stream()
                .collect(Collectors.toMap(each -> api.name() + "." + each.name(), each -> "https://not-set.invalid"))));
    }

    /** Sets what the options say of every client. */
    void configure(AbstractClientBuilder<?> client) {
        if (deadline != null) {
            client.deadline(deadline);
        }
        boolean patient = attempts != null && attempts > RetryPolicy.DEFAULT.maxAttempts();
        if (attempts != null) {
            RetryPolicy policy = RetryPolicy.DEFAULT.maxAttempts(attempts);
            client.retry(patient ? policy.maxDelay(LONG_WAIT) : policy);
        }
        if (flag(OptionNames.VERBOSE)) {
            client.listener(new VerboseListener(surroundings.err()));
        } else if (patient && !flag(OptionNames.QUIET)) {
            client.listener(VerboseListener.ofOutages(surroundings.err()));
        }
    }

    private static Optional<Setting> missingKey(ApiCatalog api, ClientSettings settings) {
        return api.settings().stream()
                .filter(each -> each.secret() && each.required())
                .filter(each -> settings.get(api.name(), each).isEmpty())
                .findFirst();
    }

    private ClientSettings settings(ApiCatalog api) {
        if (sandbox != null) {
            api.settings().stream()
                    .filter(each -> !each.secret())
                    .forEach(each -> refuseBesideSandbox("--" + each.name()));
            return settings();
        }
        Map<String, String> explicit = new LinkedHashMap<>();
        for (Setting setting : api.settings()) {
            String value = setting.secret() ? null : text("--" + setting.name());
            if (value != null) {
                explicit.put(api.name() + "." + setting.name(), value);
            }
        }
        return ClientSettings.of(explicit).or(common());
    }

    /** Refuses what says where requests go, beside the sandbox that they all go to. */
    private void refuseBesideSandbox(String name) {
        if (flag(OptionNames.SANDBOX) && text(name) != null) {
            throw CommandException.wrong(OptionNames.SANDBOX + " asks a sandbox inside this command, and " + name
                    + " is for another server: leave out one of them");
        }
    }

    private ClientSettings common() {
        ClientSettings read = common;
        if (read == null) {
            read = ClientSettings.environment(surroundings.environment());
            Path file = settingsFile();
            if (text(OptionNames.SETTINGS) != null || Files.exists(file)) {
                read = read.or(ClientSettings.file(file));
            }
            common = read;
        }
        return read;
    }

    /** The file that is named, else the usual one. */
    private Path settingsFile() {
        String told = text(OptionNames.SETTINGS);
        if (told != null) {
            return Path.of(told);
        }
        return surroundings.folder("XDG_CONFIG_HOME", ".config").resolve("settings.properties");
    }

    @Override
    public void close() {
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
