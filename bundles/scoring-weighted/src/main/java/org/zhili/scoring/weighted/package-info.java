/** The default scoring model: response, resolution and satisfaction rate, weighted. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.scoring.weighted;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
