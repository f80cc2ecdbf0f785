/** Lists that callers take away as Excel workbooks. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.resources.export;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
