/** Who calls: what an authenticator tells the resources. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.resources.security;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
