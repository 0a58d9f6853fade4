/** The words of the product: a source row, a customer, an address, a problem. */
@ApplicationModule(allowedDependencies = {"account", "account :: identifier"})
@NullMarked
package dev.gridload.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
