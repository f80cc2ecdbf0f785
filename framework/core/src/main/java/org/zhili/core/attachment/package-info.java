/** Photos that show what happened in cases (附件). */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.core.attachment;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
