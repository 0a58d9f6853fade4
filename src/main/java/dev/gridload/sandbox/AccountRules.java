package dev.gridload.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The documented fields of every account type. No check digits: Grid's documents name none. The first block is that of
 * the guides, the second the published OpenAPI; a field without {@code ?} is required.
 */
final class AccountRules {

    private static final String TABLE = """
            US_ACCOUNT      accountNumber=[0-9]{4,17} routingNumber=[0-9]{9} accountCategory=CHECKING|SAVINGS bankName?=.{1,255}
            CLABE           clabeNumber=[0-9]{18} bankName?=.{1,255}
            PIX             pixKey=.{1,77} pixKeyType=CPF|CNPJ|EMAIL|PHONE|RANDOM bankName?=.{1,255}
            IBAN            iban=[A-Z]{2}[0-9]{2}[A-Za-z0-9]{11,30} swiftBic?=SWIFT bankName?=.{1,255}
            UPI             vpa=[a-zA-Z0-9.\\-_]+@[a-zA-Z0-9]+
            FBO             currencyCode=[A-Z]{3,5}

            AED_ACCOUNT     iban=AE[0-9]{21} swiftCode?=SWIFT
            BDT_ACCOUNT     bankName=.{1,255} accountNumber?=.{1,34} branchCode?=[0-9]{5} swiftCode?=SWIFT \
                            phoneNumber?=PHONE
            BRL_ACCOUNT     pixKey=.{1,77} pixKeyType=CPF|CNPJ|EMAIL|PHONE|RANDOM taxId=[0-9]{11,14}
            BWP_ACCOUNT     phoneNumber=PHONE provider=.{1,255}
            CAD_ACCOUNT     bankCode=[0-9]{3} branchCode=[0-9]{5} accountNumber=[0-9]{7,12}
            CNY_ACCOUNT     bankName=.{1,255} accountNumber?=.{1,34} phoneNumber?=PHONE
            COP_ACCOUNT     bankName=.{1,255} accountNumber?=.{1,34} bankAccountType?=CHECKING|SAVINGS \
                            phoneNumber?=PHONE
            DKK_ACCOUNT     iban=DK[0-9]{16} swiftCode?=SWIFT
            EGP_ACCOUNT     bankName=.{1,255} iban?=EG[0-9]{27} phoneNumber?=PHONE
            EUR_ACCOUNT     iban=[A-Z]{2}[0-9]{2}[A-Za-z0-9]{11,30} swiftCode?=SWIFT
            GBP_ACCOUNT     sortCode=[0-9]{6} accountNumber=[0-9]{8}
            GHS_ACCOUNT     bankName=.{1,255} accountNumber?=.{1,34} phoneNumber?=PHONE
            GTQ_ACCOUNT     accountNumber=.{1,34} bankAccountType=CHECKING|SAVINGS bankName=.{1,255}
            HKD_ACCOUNT     bankName=.{1,255} accountNumber=.{1,34} swiftCode=SWIFT
            HTG_ACCOUNT     phoneNumber=PHONE
            IDR_ACCOUNT     bankName=.{1,255} accountNumber=.{1,34} swiftCode=SWIFT phoneNumber=\\+62[0-9]{9,12}
            INR_ACCOUNT     vpa?=[a-zA-Z0-9.\\-_]+@[a-zA-Z0-9]+ accountNumber?=[0-9]{9,18} ifsc?=[A-Z]{4}0[A-Z0-9]{6} \
                            rail?=.{1,32} bankName?=.{1,255}
            JMD_ACCOUNT     accountNumber=.{1,34} branchCode=[0-9]{5} bankAccountType=CHECKING|SAVINGS \
                            bankName=.{1,255}
            KES_ACCOUNT     phoneNumber=\\+254[0-9]{9} provider=.{1,255}
            MWK_ACCOUNT     phoneNumber=PHONE provider=.{1,255}
            MXN_ACCOUNT     clabeNumber=[0-9]{18}
            MYR_ACCOUNT     bankName=.{1,255} accountNumber=.{1,34} swiftCode=SWIFT
            NGN_ACCOUNT     accountNumber=[0-9]{10} bankName=.{1,255}
            PHP_ACCOUNT     bankName=.{1,255} accountNumber=[0-9]{8,16}
            PKR_ACCOUNT     bankName=.{1,255} accountNumber?=.{1,34} iban?=PK[0-9]{2}[A-Z]{4}[0-9]{16} \
                            phoneNumber?=PHONE
            RWF_ACCOUNT     phoneNumber=\\+250[0-9]{9} provider=.{1,255}
            SGD_ACCOUNT     accountNumber=.{1,34} swiftCode=SWIFT bankName?=.{1,255}
            SLV_ACCOUNT     bankName?=.{1,255} accountNumber?=.{1,34} bankAccountType?=CHECKING|SAVINGS \
                            phoneNumber?=PHONE
            SWIFT_ACCOUNT   country=[A-Z]{2} swiftCode=SWIFT bankName=.{1,255} accountNumber?=.{1,34} \
                            iban?=[A-Z]{2}[0-9]{2}[A-Za-z0-9]{11,30}
            THB_ACCOUNT     bankName=.{1,255} accountNumber=.{1,34} swiftCode=SWIFT
            TZS_ACCOUNT     phoneNumber=\\+255[0-9]{9} provider=.{1,255}
            UGX_ACCOUNT     phoneNumber=PHONE provider=.{1,255}
            USD_ACCOUNT     accountNumber=.{1,34} routingNumber=[0-9]{9} bankName?=.{1,140} \
                            bankAccountType?=CHECKING|SAVINGS intermediaryBankName?=.{1,140} \
                            intermediaryRoutingNumber?=[0-9]{9} fiToFiInformation?=.{0,210}
            VND_ACCOUNT     bankName=.{1,255} accountNumber=.{1,34} swiftCode=SWIFT
            XAF_ACCOUNT     phoneNumber=PHONE provider=.{1,255} region=CM|CG
            XOF_ACCOUNT     phoneNumber=PHONE provider=.{1,255} region=BJ|CI|SN|TG
            ZAR_ACCOUNT     accountNumber=[0-9]{9,13} bankName=.{1,255}
            ZMW_ACCOUNT     phoneNumber=\\+260[0-9]{9} provider=.{1,255}
            BASE_WALLET     address=.+ vaspName?=.+
            ETHEREUM_WALLET address=.+ vaspName?=.+
            LIGHTNING       invoice?=.+ bolt12?=.+ lightningAddress?=.+
            PLASMA_WALLET   address=.+ vaspName?=.+
            POLYGON_WALLET  address=.+ vaspName?=.+
            SOLANA_WALLET   address=.+ vaspName?=.+
            SPARK_WALLET    address=.+ vaspName?=.+
            TRON_WALLET     address=.+ vaspName?=.+
            """;

    private static final Map<String, List<Field>> TYPES = parse();

    private AccountRules() {}

    private record Field(String name, boolean required, boolean choice, Pattern pattern) {

        @Nullable
        FieldError check(String path, String value) {
            if (value.isEmpty()) {
                return required ? FieldError.missing(path) : null;
            }
            if (pattern.matcher(value).matches()) {
                return null;
            }
            return choice
                    ? FieldError.choice(path, pattern.pattern().replace('|', ','))
                    : FieldError.pattern(path, pattern.pattern());
        }
    }

    static boolean known(String accountType) {
        return TYPES.containsKey(accountType);
    }

    /** The names of the fields of a known account type. */
    static List<String> fieldsOf(String accountType) {
        return TYPES.getOrDefault(accountType, List.of()).stream()
                .map(Field::name)
                .toList();
    }

    /** Wallets and the platform's own omnibus account belong to nobody who would have to be named. */
    static boolean needsBeneficiary(String accountType) {
        return !accountType.endsWith("_WALLET") && !accountType.equals("LIGHTNING") && !accountType.equals("FBO");
    }

    /**
     * Everything wrong with the fields of a known account type.
     *
     * @param prefix goes before each field's name
     * @param values the value of a field by its name; empty where absent
     */
    static List<FieldError> check(String accountType, String prefix, UnaryOperator<String> values) {
        List<FieldError> errors = new ArrayList<>();
        for (Field field : TYPES.getOrDefault(accountType, List.of())) {
            FieldError error = field.check(prefix + field.name(), values.apply(field.name()));
            if (error != null) {
                errors.add(error);
            }
        }
        return errors;
    }

    private static Map<String, List<Field>> parse() {
        Map<String, List<Field>> types = new LinkedHashMap<>();
        TABLE.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] words = line.split(" +", -1);
            List<Field> fields = new ArrayList<>();
            for (int index = 1; index < words.length; index++) {
                fields.add(field(words[index]));
            }
            types.put(words[0], List.copyOf(fields));
        });
        return types;
    }

    private static Field field(String word) {
        int equals = word.indexOf('=');
        boolean required = word.charAt(equals - 1) != '?';
        String name = word.substring(0, required ? equals : equals - 1);
        String pattern = word.substring(equals + 1)
                .replace("SWIFT", "[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?")
                .replaceFirst("^PHONE$", "\\\\+[0-9]{6,14}");
        return new Field(name, required, pattern.matches("[A-Z]+(\\|[A-Z]+)+"), Pattern.compile(pattern));
    }
}
