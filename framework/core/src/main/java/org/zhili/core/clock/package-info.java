/**
 * The town's one source of time: the wall clock, or a clock that starts elsewhere and runs fast.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.core.clock;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
