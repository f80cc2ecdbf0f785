/** Serves the files of a page out of a bundle, under a policy that lets nothing else in. */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.web;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
