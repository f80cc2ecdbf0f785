/** Score cards: facts gathered from cases, graded by the model the city chose. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.core.grading;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
