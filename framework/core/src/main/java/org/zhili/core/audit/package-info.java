/** Who did what in the town: one append-only chain of entries that shows when any was touched. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.core.audit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
