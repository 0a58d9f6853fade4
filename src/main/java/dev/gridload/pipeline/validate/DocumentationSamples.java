package dev.gridload.pipeline.validate;

import java.util.Set;

/** Values that Grid's documents print as examples and that no bank ever issued. */
final class DocumentationSamples {

    private static final Set<String> VALUES = Set.of(
            "222888888",
            "121212121",
            "000123456",
            "987654321",
            "123456789",
            "123456789012345678",
            "012345678901234567",
            "12345678901",
            "12345678900",
            "11111111111",
            "55119876543210",
            "+55119876543210",
            "DK5000400040116243",
            "0123456789",
            "spark1pgssyuuuhnrrdjswal5c3s3rafw9w3y5dd4cjy3duxlf7hjzkp0rqx6dj6mrhu",
            "0xAbCDEF1234567890aBCdEf1234567890ABcDef12");

    private DocumentationSamples() {}

    static boolean contains(String value) {
        return VALUES.contains(value);
    }
}
