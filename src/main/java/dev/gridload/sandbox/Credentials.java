package dev.gridload.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** The one pair that Basic authentication accepts. */
final class Credentials {

    private final byte[] expected;

    Credentials(String clientId, String clientSecret) {
        this.expected = (clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8);
    }

    /** @throws Refusal when the header is absent, malformed or names anybody else */
    void require(String authorization) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)
                || !MessageDigest.isEqual(
                        expected, decoded(authorization.substring(6).strip()))) {
            throw Refusal.of(401, "UNAUTHORIZED", "Issue with API credentials");
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }
}
