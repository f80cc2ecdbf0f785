/** How well a unit did: models that grade periods from cases and show every point. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.scoring;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
