package io.github.analytics4j.client;

import io.github.analytics4j.json.Deviation;
import java.util.List;
import java.util.stream.Collectors;

/** Deviations for people. */
final class Deviations {
    private static final int SHOWN = 5;

    private Deviations() {}

    /** What a server may have put the key into, without it. */
    static List<Deviation> masked(List<Deviation> deviations, SecretMask mask) {
        return deviations.stream()
                .map(one -> new Deviation(mask.text(one.path()), mask.text(one.rawJson()), one.expected(), one.kind()))
                .toList();
    }

    /** The members of the root that were not as promised, as JSON. */
    static String asObject(List<Deviation> deviations) {
        return deviations.stream()
                .filter(one ->
                        one.path().matches("\\$\\.[A-Za-z_]+") && !one.rawJson().isEmpty())
                .map(one -> "\"" + one.path().substring(2) + "\":" + one.rawJson())
                .collect(Collectors.joining(",", "{", "}"));
    }

    static String text(List<Deviation> deviations) {
        String more = deviations.size() > SHOWN ? "; and " + (deviations.size() - SHOWN) + " more" : "";
        return deviations.stream().limit(SHOWN).map(Deviations::text).collect(Collectors.joining("; ")) + more;
    }

    private static String text(Deviation deviation) {
        return switch (deviation.kind()) {
            case UNKNOWN_FIELD -> deviation.path() + " is not in the spec";
            case MISSING -> deviation.path() + " is missing, expected " + deviation.expected();
            case NULL -> deviation.path() + " is null, expected " + deviation.expected();
            case WRONG_TYPE -> deviation.path() + " is not " + deviation.expected();
            case DUPLICATE -> deviation.path() + " is there more than once";
            case ENCODING -> deviation.path() + " has bytes that are no " + deviation.expected();
        };
    }
}
