/** Step read - bytes to rows: charset, delimiter, header, record boundaries, physical lines. */
@NamedInterface("read")
@NullMarked
package dev.gridload.pipeline.read;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
