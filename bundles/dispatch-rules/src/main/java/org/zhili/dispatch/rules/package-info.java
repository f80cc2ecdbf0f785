/** The default dispatch strategy: who owns it, who the catalogue names, whose territory it is. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.dispatch.rules;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
