package dev.gridload.pipeline.validate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Repairs of a PIX key, each by the type of the key. */
final class PixRepairs {

    private static final String BRAZIL = "+55";

    private PixRepairs() {}

    static void key(Repair repair, @Nullable String type) {
        if (type == null) {
            return;
        }
        switch (type) {
            case "CPF", "CNPJ" -> taxNumber(repair);
            case "EMAIL" -> repair.by(RepairRule.REPAIRED_CASE, repair.value().toLowerCase(Locale.ROOT));
            case "PHONE" -> {
                Repairs.separators(repair);
                PhoneRepairs.international(repair, BRAZIL);
            }
            case "RANDOM" -> random(repair);
            default -> {
                // The type has its own rule; what the key should look like is not known.
            }
        }
    }

    /** Printed as 123.456.789-09 or 12.ABC.345/01DE-35; an e-mail address in the wrong column is left alone. */
    static void taxNumber(Repair repair) {
        if (repair.value().indexOf('@') < 0 && !repair.value().endsWith(".0")) {
            repair.by(RepairRule.REPAIRED_PUNCTUATION, repair.value().replaceAll("[-./ ]", ""));
            Repairs.upper(repair);
        }
    }

    private static void random(Repair repair) {
        String value = repair.value();
        if (value.startsWith("{") && value.endsWith("}")) {
            repair.by(RepairRule.REPAIRED_PUNCTUATION, value.substring(1, value.length() - 1));
        }
        repair.by(RepairRule.REPAIRED_CASE, repair.value().toLowerCase(Locale.ROOT));
    }
}
