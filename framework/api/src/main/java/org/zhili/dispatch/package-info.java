/** Who should handle a case: strategies that propose a unit and say why. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.dispatch;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
