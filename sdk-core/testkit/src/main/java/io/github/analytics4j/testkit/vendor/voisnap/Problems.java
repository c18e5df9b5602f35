package io.github.analytics4j.testkit.vendor.voisnap;

/** The kinds of problem by status. */
public final class Problems {
    private Problems() {}

    public static String kind(int status) {
        return switch (status) {
            case 401 -> "unauthorized";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 409 -> "conflict";
            case 410 -> "gone";
            case 425 -> "too-early";
            case 403 -> "forbidden";
            case 422 -> "validation-failed";
            case 429 -> "rate-limit-exceeded";
            case 500 -> "internal-error";
            case 502 -> "bad-gateway";
            case 503 -> "service-unavailable";
            case 504 -> "gateway-timeout";
            default -> "bad-request";
        };
    }

    public static String title(int status) {
        return switch (status) {
            case 401 -> "Unauthorized";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 409 -> "Conflict";
            case 410 -> "Gone";
            case 425 -> "Too Early";
            case 403 -> "Forbidden";
            case 422 -> "Unprocessable Entity";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "Bad Request";
        };
    }
}
