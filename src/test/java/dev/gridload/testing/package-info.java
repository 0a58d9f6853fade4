/** What tests of several packages share. */
@NullMarked
package dev.gridload.testing;

import org.jspecify.annotations.NullMarked;
