/** Cases from report to closing: types as data, the file, the actions and the desk. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.casework;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
