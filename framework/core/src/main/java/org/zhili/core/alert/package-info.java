/** Alerts as people handle them: looked up, listed, and acknowledged (确认). */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.core.alert;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
