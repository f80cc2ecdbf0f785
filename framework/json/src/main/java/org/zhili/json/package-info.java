/** JSON that comes from outside: read whole and strictly, or told to be malformed. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.json;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
