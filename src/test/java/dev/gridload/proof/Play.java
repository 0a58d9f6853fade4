package dev.gridload.proof;

import dev.gridload.sandbox.Document;
import dev.gridload.sandbox.Journal.EffectKind;
import java.util.List;
import java.util.Map;

/**
 * What one way of importing is tried with, and what must have become of it in the end.
 *
 * @param before what is in Grid when it begins; empty for nothing
 * @param undone whether the import is then taken back, and that is what is killed
 * @param wanted how often Grid is to be changed, by kind and platformCustomerId, whoever did it
 * @param ends of the rows, in their order
 */
record Play(
        String before,
        String input,
        boolean undone,
        Document document,
        List<String> options,
        Map<EffectKind, Map<String, Integer>> wanted,
        List<String> ends) {

    private static final String HEADER =
            "platformCustomerId,customerType,fullName,birthDate,addressLine1,city,state,postalCode,country\n";
    private static final String ACCOUNTS = HEADER.replace("\n", ",accountType,vpa\n");
    private static final String PUBLISHED = HEADER.replace("\n", ",umaAddress,accountType,walletAddress\n");
    private static final String WALLET = "ETHEREUM_WALLET,0x01Ea4833c918A059F6aCB77a6621D48F839579C5";

    static Play upsert() {
        return new Play(
                HEADER + plain("c1") + plain("c2") + plain("c3"),
                HEADER
                        + plain("c1")
                        + plain("c2").replace("Austin", "Dallas")
                        + plain("c3").replace("Quill", "Finch")
                        + plain("c4"),
                false,
                Document.GUIDES,
                List.of("--mode", "upsert"),
                Map.of(
                        EffectKind.CUSTOMER_CREATED, Map.of("c1", 1, "c2", 1, "c3", 1, "c4", 1),
                        EffectKind.CUSTOMER_CHANGED, Map.of("c2", 1, "c3", 1)),
                List.of("UNCHANGED", "UPDATED", "UPDATED", "CREATED"));
    }

    static Play skip() {
        return new Play(
                HEADER + plain("c1") + plain("c2"),
                HEADER + plain("c1") + plain("c2").replace("Austin", "Dallas") + plain("c3") + plain("c4"),
                false,
                Document.GUIDES,
                List.of("--mode", "skip"),
                Map.of(EffectKind.CUSTOMER_CREATED, Map.of("c1", 1, "c2", 1, "c3", 1, "c4", 1)),
                List.of("ALREADY_EXISTED", "ALREADY_EXISTED", "CREATED", "CREATED"));
    }

    static Play undo() {
        return new Play(
                HEADER + plain("c1"),
                ACCOUNTS + upi("c1", "") + upi("c2", "UPI,bob@okbank") + upi("c2", "UPI,bo@okbank") + upi("c3", ""),
                true,
                Document.GUIDES,
                List.of(),
                Map.of(
                        EffectKind.CUSTOMER_CREATED, Map.of("c1", 1, "c2", 1, "c3", 1),
                        EffectKind.ACCOUNT_CREATED, Map.of("c2", 1),
                        EffectKind.ACCOUNT_DELETED, Map.of("c2", 1),
                        EffectKind.CUSTOMER_DELETED, Map.of("c2", 1, "c3", 1)),
                List.of());
    }

    static Play severalAccounts() {
        return new Play(
                "",
                ACCOUNTS
                        + upi("c1", "UPI,ada@okbank")
                        + upi("c2", "")
                        + upi("c1", "UPI,ad@okbank")
                        + upi("c2", "UPI,bob@okbank")
                        + upi("c1", "UPI,a@okbank"),
                false,
                Document.GUIDES,
                List.of("--route", "direct"),
                Map.of(
                        EffectKind.CUSTOMER_CREATED, Map.of("c1", 1, "c2", 1),
                        EffectKind.ACCOUNT_CREATED, Map.of("c1", 2, "c2", 1)),
                List.of("CREATED", "CREATED", "CREATED", "CREATED", "CREATED"));
    }

    static Play published() {
        return new Play(
                "",
                PUBLISHED + published("c1", WALLET) + published("c2", WALLET.replace("ETHEREUM", "BASE")),
                false,
                Document.PUBLISHED,
                List.of("--profile", "openapi"),
                Map.of(
                        EffectKind.CUSTOMER_CREATED, Map.of("c1", 1, "c2", 1),
                        EffectKind.ACCOUNT_CREATED, Map.of("c1", 1, "c2", 1)),
                List.of("CREATED", "CREATED"));
    }

    private static String plain(String id) {
        return id + ",INDIVIDUAL,Ada Quill,1990-01-31,1 Main St,Austin,TX,78701,US\n";
    }

    private static String upi(String id, String account) {
        return plain(id).replace("\n", "," + (account.isEmpty() ? "," : account) + "\n");
    }

    private static String published(String id, String account) {
        return plain(id).replace("\n", ",$" + id + "@uma.example.com," + account + "\n");
    }
}
