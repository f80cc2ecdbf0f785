/**
 * Changes by callers who must have seen what is there: one ETag, one answer to those who have not.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.resources.seen;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
