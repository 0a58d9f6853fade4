package dev.gridload.account.identifier;

/** The weighted sum that American and Mexican bank numbers share. */
final class WeightedDigits {

    private WeightedDigits() {}

    /** The sum of the first {@code count} digits, weighted 3, 7, 1, 3, 7, 1 and so on. */
    static int sum371(CharSequence digits, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            int weight = i % 3 == 0 ? 3 : i % 3 == 1 ? 7 : 1;
            sum += weight * (digits.charAt(i) - '0');
        }
        return sum;
    }
}
