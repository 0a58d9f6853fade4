package dev.gridload.cli;

import dev.gridload.grid.GridSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which Grid the environment names, and with which credentials. */
final class GridEnvironment {

    private GridEnvironment() {}

    static GridSettings read(Map<String, String> environment, @Nullable BigDecimal rate) {
        String id = environment.getOrDefault("GRID_CLIENT_ID", "");
        String secret = environment.getOrDefault("GRID_CLIENT_SECRET", "");
        if (id.isBlank() || secret.isBlank()) {
            throw new BadArgument(
                    "no credentials for Grid: set GRID_CLIENT_ID and GRID_CLIENT_SECRET in the environment, or try "
                            + "it without an account by adding --sandbox");
        }
        String base = environment.get("GRID_BASE_URL");
        if (base != null && base.isBlank()) {
            // A script whose variable is empty must not reach production.
            throw new BadArgument("GRID_BASE_URL is empty: set it to the address of a Grid, or unset it for "
                    + GridSettings.DOCUMENTED);
        }
        URI url = base == null ? GridSettings.DOCUMENTED : uri(base.strip().replaceAll("/+$", ""));
        return new GridSettings(url, id, secret, perSecond(rate));
    }

    /** Requests per second, as the client takes it: 0 for no limit. */
    static double perSecond(@Nullable BigDecimal rate) {
        return rate == null ? 0 : rate.doubleValue();
    }

    private static URI uri(String text) {
        try {
            URI uri = URI.create(text);
            if (uri.getRawUserInfo() != null) {
                // It would be shown and kept wherever the address is.
                throw new BadArgument("GRID_BASE_URL must not hold credentials: set GRID_CLIENT_ID and"
                        + " GRID_CLIENT_SECRET, and leave out what stands before the @");
            }
            String host = uri.getHost();
            boolean loopback = "127.0.0.1".equals(host) || "localhost".equals(host) || "[::1]".equals(host);
            if (host != null && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && loopback))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new BadArgument("GRID_BASE_URL is not a URL: " + withoutCredentials(text));
        }
        throw new BadArgument("GRID_BASE_URL must begin with https:// (http:// only for this machine), found "
                + withoutCredentials(text));
    }

    private static String withoutCredentials(String text) {
        return text.replaceAll(".*@", "...@");
    }
}
