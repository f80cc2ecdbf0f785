/** The case engine and the desk: how a case is opened and moved, and nothing else may change it. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.core.casework;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
