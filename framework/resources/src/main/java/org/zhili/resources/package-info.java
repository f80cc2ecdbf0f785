/**
 * The town over REST: hand a town to {@link org.zhili.resources.TownResources}, and its resources
 * to a server.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.resources;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
