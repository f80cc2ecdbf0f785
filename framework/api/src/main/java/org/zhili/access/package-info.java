/** Who may do what: roles, viewers and the rule that every operation carries. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.access;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
