/** One network for city operation (一网统管): what sensors on covers and bins mean for town hall. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.urban;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
