package dev.gridload.pipeline.validate;

import dev.gridload.account.AccountColumn;
import dev.gridload.account.GuidesType;
import dev.gridload.customer.Cell;
import dev.gridload.customer.Column;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The account types and the columns of rows that have them: a map for where a map is asked a dozen times a row. */
@SuppressWarnings("EnumOrdinal") // never stored
final class AccountColumns {

    private static final GuidesType[] TYPES = GuidesType.values();

    /** Columns that say something of a person, and of a business, besides the account. */
    private static final boolean[] OF_PERSONS =
            besides(Column.BUSINESS_LEGAL_NAME, Column.BUSINESS_REGISTRATION_NUMBER, Column.BUSINESS_TAX_ID);

    private static final boolean[] OF_BUSINESSES = besides(Column.FULL_NAME, Column.BIRTH_DATE);

    private final byte[][] names = new byte[TYPES.length][];

    /** By type, and behind the last one for rows without an account. */
    private final boolean[][] ofPersons = new boolean[TYPES.length + 1][];

    private final boolean[][] ofBusinesses = new boolean[TYPES.length + 1][];

    AccountColumns() {
        for (GuidesType type : TYPES) {
            int at = type.ordinal();
            names[at] = type.wireName().getBytes(StandardCharsets.US_ASCII);
            ofPersons[at] = with(OF_PERSONS, type);
            ofBusinesses[at] = with(OF_BUSINESSES, type);
        }
        ofPersons[TYPES.length] = OF_PERSONS;
        ofBusinesses[TYPES.length] = OF_BUSINESSES;
    }

    /** The type that is written exactly so, or null. */
    @Nullable
    GuidesType named(Cell written) {
        for (int i = 0; i < names.length; i++) {
            if (written.is(names[i])) {
                return TYPES[i];
            }
        }
        return null;
    }

    /**
     * By the number of a column, whether a row of this kind says it of its customer or its account.
     *
     * @param type null for a row without an account
     */
    boolean[] said(@Nullable GuidesType type, boolean individual) {
        return (individual ? ofPersons : ofBusinesses)[type == null ? TYPES.length : type.ordinal()];
    }

    private static boolean[] besides(Column... never) {
        boolean[] said = new boolean[Column.values().length];
        for (Column column : Column.values()) {
            said[column.ordinal()] = !column.isOfAccount() && !column.isDetail();
        }
        for (Column column : never) {
            said[column.ordinal()] = false;
        }
        return said;
    }

    private static boolean[] with(boolean[] others, GuidesType type) {
        boolean[] said = others.clone();
        said[Column.ACCOUNT_TYPE.ordinal()] = true;
        said[Column.PLATFORM_ACCOUNT_ID.ordinal()] = true;
        for (AccountColumn own : type.columns()) {
            Column column = Column.named(own.name());
            if (column != null) {
                said[column.ordinal()] = true;
            }
        }
        return said;
    }
}
