package dev.gridload.sandbox;

/** Which of Grid's documents a sandbox holds requests to. */
public enum Document {
    /** The guides; the account types of the published API are taken too. */
    GUIDES,
    /** The published OpenAPI alone: no bank columns, its account types, and no member that it does not name. */
    PUBLISHED
}
