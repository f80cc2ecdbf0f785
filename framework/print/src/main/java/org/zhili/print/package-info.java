/** Papers that people hold in their hands: what is on them, and how it becomes a PDF. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.print;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
