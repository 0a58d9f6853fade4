/** The whole product from its command line: real files, a real PostgreSQL, the local Grid over HTTP, whole messages. */
@NullMarked
package dev.gridload.functional;

import org.jspecify.annotations.NullMarked;
