package dev.gridload.sandbox;

import org.jspecify.annotations.Nullable;

/** Grid's two kinds of customer. */
enum CustomerType {
    INDIVIDUAL,
    BUSINESS;

    static final String NAMES = "INDIVIDUAL,BUSINESS";

    /** Null where the text is neither name, spelled exactly. */
    static @Nullable CustomerType of(String text) {
        return switch (text) {
            case "INDIVIDUAL" -> INDIVIDUAL;
            case "BUSINESS" -> BUSINESS;
            default -> null;
        };
    }
}
