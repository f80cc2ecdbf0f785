/** The settings of a town's own parts, described well enough that a form can be made of them. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.core.setting;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
