/** Bank accounts and wallets: one record per account type, with its fields and its rules. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.gridload.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
