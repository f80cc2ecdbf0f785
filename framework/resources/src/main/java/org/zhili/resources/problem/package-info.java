/** What a caller is told when a request is refused: one shape, two languages, a stable code. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.resources.problem;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
