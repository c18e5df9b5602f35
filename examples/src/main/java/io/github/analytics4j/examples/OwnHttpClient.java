package io.github.analytics4j.examples;

import io.github.analytics4j.callops.CallOpsClient;
import io.github.analytics4j.callops.Overview;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * How do I go through the company's proxy, and trust its certificate? Hand over an OkHttpClient of your own. It stays yours: the SDK
 * derives from it, adds its own time-outs and retries, and never shuts it down. The settings are read from the environment here:
 * PROXY as host:port, PROXY_LOGIN as user:password, TRUST_STORE and TRUST_STORE_PASSWORD.
 */
public final class OwnHttpClient {
    private OwnHttpClient() {}

    public static void main(String[] args) throws Exception {
        try (Accounts accounts = Accounts.open()) {
            run(accounts.callops(), System.getenv(), System.out);
        }
    }

    static void run(CallOpsClient.Builder callops, Map<String, String> settings, PrintStream out)
            throws IOException, GeneralSecurityException {
        OkHttpClient own = client(settings);
        try (CallOpsClient client = callops.httpClient(own).build()) {
            Overview overview = client.analytics().overview(r -> {});
            out.printf("proxy: %s%n", settings.getOrDefault("PROXY", "none"));
            out.printf("trusts: %s%n", settings.containsKey("TRUST_STORE") ? "a store of its own" : "what Java trusts");
            out.printf("%d calls, %d of them failed%n", overview.totalCalls(), overview.failedCalls());
        } finally {
            own.dispatcher().executorService().shutdown(); // yours to end; the SDK leaves it open
            own.connectionPool().evictAll();
        }
    }

    private static OkHttpClient client(Map<String, String> settings) throws IOException, GeneralSecurityException {
        OkHttpClient.Builder own = new OkHttpClient.Builder();
        String proxy = settings.get("PROXY");
        if (proxy != null) {
            int colon = proxy.lastIndexOf(':');
            int port = Integer.parseInt(proxy.substring(colon + 1));
            own.proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.substring(0, colon), port)));
        }
        String login = settings.get("PROXY_LOGIN");
        if (login != null) {
            String[] parts = login.split(":", 2);
            String basic = Credentials.basic(parts[0], parts[1]);
            own.proxyAuthenticator((route, refused) -> refused.request().header("Proxy-Authorization") != null
                    ? null // it was refused with it: asking again would bring the same
                    : refused.request()
                            .newBuilder()
                            .header("Proxy-Authorization", basic)
                            .build());
        }
        String store = settings.get("TRUST_STORE");
        if (store != null) {
            X509TrustManager trust = trust(Path.of(store), settings.get("TRUST_STORE_PASSWORD"));
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, new X509TrustManager[] {trust}, null);
            own.sslSocketFactory(tls.getSocketFactory(), trust);
        }
        return own.build();
    }

    private static X509TrustManager trust(Path file, @Nullable String password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password == null ? null : password.toCharArray());
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }
}
