/** One town put together from its parts; both doors, OSGi and embedded, open onto it. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.core.town;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
