/** What a city edits in one piece, in editions that hold from a day on. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.core.edition;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
