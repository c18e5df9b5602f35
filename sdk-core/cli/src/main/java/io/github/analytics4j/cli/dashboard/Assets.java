package io.github.analytics4j.cli.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The files beside this class: the page's style, its script, its charts, and the library that draws them. */
final class Assets {
    /** As it came from npm; see README.md beside it. */
    static final String ECHARTS = "echarts/echarts.min.js";

    static final String SCRIPT = "dashboard.js";
    static final String STYLE = "dashboard.css";
    static final String CHARTS = "charts.json";

    private Assets() {}

    static String text(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hash by which a content security policy allows exactly this text. */
    static String policyHash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
