/**
 * The gate every plug-in is asked through: it comes and goes while the town runs, answers within a
 * limit, and what it breaks stays its own.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.core.plugin;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
