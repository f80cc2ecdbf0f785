/** Parts of town hall that come and go in a running city: modules and what they bring. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.module;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
