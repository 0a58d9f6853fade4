/** The checks of account identifiers: pure functions, and the Bean Validation constraints that call them. */
@NullMarked
@NamedInterface("identifier")
package dev.gridload.account.identifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
