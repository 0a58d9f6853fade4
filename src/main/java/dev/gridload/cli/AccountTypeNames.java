package dev.gridload.cli;

import dev.gridload.account.AccountType;
import dev.gridload.account.AccountTypes;
import dev.gridload.job.Spelling;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Account types as people type them, by the document of Grid that they chose. */
final class AccountTypeNames {

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "guides (default) or openapi: whose account types are meant.")
    private String profile = "guides";

    /** The types of the chosen document. */
    AccountTypes types() {
        return switch (profile.toLowerCase(Locale.ROOT)) {
            case "guides" -> AccountTypes.ofGuides();
            case "openapi" -> AccountTypes.published();
            default -> throw new BadArgument("--profile is guides or openapi, not " + profile);
        };
    }

    boolean published() {
        return types() == AccountTypes.published();
    }

    /** The type behind a name, also behind the other document's name for it; null where there is none. */
    @Nullable
    AccountType find(String typed) {
        String name = typed.toUpperCase(Locale.ROOT).replace('-', '_');
        return types().named(types().translated(name));
    }

    /** The same; a name that is none is refused with those that there are. */
    AccountType named(String typed) {
        AccountType type = find(typed);
        if (type != null) {
            return type;
        }
        String name = typed.toUpperCase(Locale.ROOT).replace('-', '_');
        if (AccountTypes.published().named(name) != null) {
            throw new BadArgument("the account type " + name + " is one of --profile openapi");
        }
        List<String> known = types().all().stream().map(AccountType::wireName).toList();
        throw new BadArgument("there is no account type " + typed + ". "
                + Spelling.suggest(name, known, "Known are " + String.join(", ", known) + "."));
    }
}
