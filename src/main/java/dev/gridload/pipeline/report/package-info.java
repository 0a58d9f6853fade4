/** Step report - result files, summary and report page. */
@NamedInterface("report")
@NullMarked
package dev.gridload.pipeline.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
