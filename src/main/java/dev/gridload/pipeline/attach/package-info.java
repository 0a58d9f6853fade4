/** Step attach - accounts that are created by calls of their own, once their customers are in Grid. */
@NullMarked
package dev.gridload.pipeline.attach;

import org.jspecify.annotations.NullMarked;
