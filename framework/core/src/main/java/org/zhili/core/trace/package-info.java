/**
 * What happened to a case: an append-only chain of entries that shows when anything was touched.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.core.trace;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
