/** What changes in a town, told at once to those who may see it; what it is they ask for then. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.resources.live;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
