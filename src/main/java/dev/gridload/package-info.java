/** Imports customers from CSV files into Grid. Pipeline steps are verbs, everything else nouns. */
@NullMarked
package dev.gridload;

import org.jspecify.annotations.NullMarked;
