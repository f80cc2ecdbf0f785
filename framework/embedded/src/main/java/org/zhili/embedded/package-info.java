/**
 * Opens a town inside another program, without OSGi: {@link org.zhili.embedded.EmbeddedTown} is the
 * door, {@link org.zhili.embedded.TownBuilder} how it is set up.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.embedded;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
