/**
 * Names of what is told by code: kinds of things, what can be wrong with them, what is measured.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.core.term;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
