package dev.gridload.sandbox;

/** How a bulk job is answered: Grid's guides and its published OpenAPI differ. */
public enum JobShape {
    /** {@code jobId}, and errors as {@code platformCustomerId} with a nested {@code error}. */
    GUIDES,
    /** {@code id}, and errors as {@code correlationId}, {@code code} and {@code message}. */
    PUBLISHED
}
