/** Sheets that callers fill in and bring, to be taken into the town's lists. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.resources.imports;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
