/** Into cases: what alerts, and later other sources, bring to the desk. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.core.intake;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
