package dev.gridload.ledger;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of the operator's own.
 *
 * @param url JDBC URL
 */
public record DatabaseSettings(
        String url, @Nullable String user, @Nullable String password) {

    /** From {@code GRIDLOAD_DATABASE_URL}, {@code _USER} and {@code _PASSWORD}; null where no URL is given. */
    public static @Nullable DatabaseSettings from(Map<String, String> environment) {
        String url = environment.get("GRIDLOAD_DATABASE_URL");
        if (url == null || url.isBlank()) {
            return null;
        }
        return new DatabaseSettings(
                url.strip(), environment.get("GRIDLOAD_DATABASE_USER"), environment.get("GRIDLOAD_DATABASE_PASSWORD"));
    }

    /** Names the database without its password, which may stand in the URL. */
    @Override
    public String toString() {
        return url.replaceAll("[?].*", "");
    }
}
