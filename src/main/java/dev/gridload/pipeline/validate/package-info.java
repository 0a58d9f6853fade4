/** Step validate - rows to customers or problems: mapping, rules, severity by rule set. */
@NamedInterface("validate")
@NullMarked
package dev.gridload.pipeline.validate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
