/** Step stage - rows and problems into the ledger, block by block. */
@NullMarked
package dev.gridload.pipeline.stage;

import org.jspecify.annotations.NullMarked;
