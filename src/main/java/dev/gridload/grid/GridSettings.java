package dev.gridload.grid;

import java.net.URI;

/**
 * Which Grid, and as whom.
 *
 * @param baseUrl without a slash at its end
 * @param requestsPerSecond at most, over everything that is sent; 0 for no limit
 */
public record GridSettings(URI baseUrl, String clientId, String clientSecret, double requestsPerSecond) {

    /** The address that Grid's documents give. */
    public static final URI DOCUMENTED = URI.create("https://api.lightspark.com/grid/2025-10-13");

    /** Names the Grid and the client, never the secret. */
    @Override
    public String toString() {
        return baseUrl + " as " + clientId;
    }
}
