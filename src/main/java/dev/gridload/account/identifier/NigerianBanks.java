package dev.gridload.account.identifier;

import org.jspecify.annotations.Nullable;

/**
 * The codes of Nigeria's commercial banks by name. A bank that is not here is no mistake: its account numbers are then not
 * checked. Source: CBN, list of deposit money banks.
 */
final class NigerianBanks {

    /** Names in lower case, letters only. */
    private static final String[][] CODES = {
        {"accessbank", "044"},
        {"citibanknigeria", "023"},
        {"ecobanknigeria", "050"},
        {"fidelitybank", "070"},
        {"firstbankofnigeria", "011"},
        {"firstcitymonumentbank", "214"},
        {"globusbank", "103"},
        {"guarantytrustbank", "058"},
        {"keystonebank", "082"},
        {"polarisbank", "076"},
        {"providusbank", "101"},
        {"stanbicibtcbank", "221"},
        {"standardcharteredbank", "068"},
        {"sterlingbank", "232"},
        {"titantrustbank", "102"},
        {"unionbankofnigeria", "032"},
        {"unitedbankforafrica", "033"},
        {"unitybank", "215"},
        {"wemabank", "035"},
        {"zenithbank", "057"},
    };

    private NigerianBanks() {}

    /** The three digits of the bank, its name compared by letters alone and in either case; null where it is not listed. */
    static @Nullable String code(CharSequence bankName) {
        for (String[] bank : CODES) {
            if (isNamed(bankName, bank[0])) {
                return bank[1];
            }
        }
        return null;
    }

    private static boolean isNamed(CharSequence bankName, String letters) {
        int at = 0;
        for (int i = 0; i < bankName.length(); i++) {
            int c = bankName.charAt(i) | 0x20;
            if (c >= 'a' && c <= 'z') {
                if (at == letters.length() || letters.charAt(at) != c) {
                    return false;
                }
                at++;
            }
        }
        return at == letters.length();
    }
}
