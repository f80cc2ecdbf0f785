/** How messages come in from outside: the inlet that a connector feeds and its receipt. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.message;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
