package dev.gridload.bench;

import dev.gridload.account.GuidesType;
import java.util.List;
import java.util.Random;

/**
 * Invented customers, the same ones for the same seed: every one of some account types and none, with accents, commas and quotes. Line breaks
 * in quotes are among the mistakes: the reader must take them, the rules do not.
 */
final class CustomerRows {

    /** Every account type. */
    static final List<GuidesType> ALL = List.of(GuidesType.values());

    /** Those that travel with their customer in an upload. */
    static final List<GuidesType> UPLOADED =
            List.of(GuidesType.US_ACCOUNT, GuidesType.CLABE, GuidesType.PIX, GuidesType.IBAN, GuidesType.UPI);

    /** Name, street, city, state, postal code, country. */
    private static final String[][] PEOPLE = {
        {"Maya Lopez-Reed", "18 Harbor View", "Portland", "OR", "97209", "US"},
        {"Ximena Ortega", "Calle Morelos 210", "Guadalajara", "Jalisco", "44100", "MX"},
        {"Conceição Araújo", "Avenida Brasil 1200", "São Paulo", "SP", "01430-000", "BR"},
        {"Jürgen Groß", "Lindenstraße 14", "Berlin", "Berlin", "10969", "DE"},
        {"Ananya Iyer", "4 Park Street", "Kolkata", "West Bengal", "700016", "IN"},
        {"Ngozi Adeyemi", "9 Broad Street", "Lagos", "Lagos", "101001", "NG"},
        {"Sipho Dlamini", "31 Loop Street", "Cape Town", "Western Cape", "8001", "ZA"},
        {"Achieng Otieno", "Moi Avenue 60", "Nairobi", "Nairobi", "00100", "KE"},
        {"Sean O'Malley", "742 Maple Street", "Springfield", "IL", "62704", "US"},
        {"Élodie Tremblay", "88 King Street West", "Toronto", "ON", "M5H 1J9", "CA"},
        {"Zoé Lefèvre", "12 rue de la République", "Lyon", "Rhône", "69002", "FR"},
    };

    private final List<GuidesType> types;
    private final Random random;
    private final Accounts accounts;
    private final Row row = new Row();

    CustomerRows(long seed, List<GuidesType> types) {
        this.types = types;
        random = new Random(seed);
        accounts = new Accounts(random);
    }

    /** A good row; the object is used again for the next one. */
    Row good(long number) {
        int type = random.nextInt(types.size() + 1);
        Row next = customer(number, random.nextInt(10) == 0);
        if (type < types.size()) {
            accounts.fill(next, types.get(type));
        }
        return next;
    }

    /** A good row of one type. */
    Row good(long number, GuidesType type) {
        Row next = customer(number, false);
        accounts.fill(next, type);
        return next;
    }

    /** A row with one mistake. */
    Row bad(long number) {
        Row next = customer(number, false);
        GuidesType type = types.get(random.nextInt(types.size()));
        accounts.fill(next, type);
        return switch (random.nextInt(12)) {
            case 0 -> next.set("platformCustomerId", "");
            case 1 -> next.set("birthDate", "1990-02-30");
            case 2 -> next.set("country", "QQ");
            case 3 -> next.set("customerType", "PERSON");
            case 4 -> next.set("email", "customer.example.com");
            case 5 -> next.set("accountType", "SWIFT");
            case 6 -> next.set("fullName", "");
            case 7, 8 -> next.set("description", "called on Monday\u0007");
            case 9, 10 -> next.set("city", "");
            default -> next.set(type.columns().get(0).name(), "12x");
        };
    }

    private Row customer(long number, boolean business) {
        String[] person = PEOPLE[random.nextInt(PEOPLE.length)];
        row.clear();
        row.set("platformCustomerId", (business ? "biz-" : "cust-") + number)
                .set("addressLine1", person[1])
                .set("addressLine2", addressLine2())
                .set("city", person[2])
                .set("state", person[3])
                .set("postalCode", person[4])
                .set("country", person[5])
                .set("description", description());
        if (business) {
            return row.set("customerType", "BUSINESS")
                    .set("businessLegalName", "Blue Heron Supply " + number + ", LLC")
                    .set("businessRegistrationNumber", "REG" + (100_000 + random.nextInt(900_000)))
                    .set("businessTaxId", "98-" + (1_000_000 + random.nextInt(9_000_000)));
        }
        return row.set("customerType", "INDIVIDUAL")
                .set("fullName", person[0])
                .set("birthDate", birthDate())
                .set("email", "customer" + number + "@example.com");
    }

    private String birthDate() {
        int month = 1 + random.nextInt(12);
        int day = 1 + random.nextInt(28);
        return 1950 + random.nextInt(56) + (month < 10 ? "-0" : "-") + month + (day < 10 ? "-0" : "-") + day;
    }

    private String addressLine2() {
        int kind = random.nextInt(200);
        return kind > 0 && kind < 30 ? "Suite " + kind + ", 2nd floor" : "";
    }

    private String description() {
        int kind = random.nextInt(200);
        if (kind < 20) {
            return "known as \"the early one\", since " + (2000 + kind);
        }
        return kind < 80 ? "Retail customer" : "";
    }
}
