/** What a city keeps on its books: units, areas, assets and registered devices. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.city;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
