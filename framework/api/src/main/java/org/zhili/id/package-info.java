/**
 * Names of things: small typed identifiers, so that a unit is never passed where a device belongs.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.id;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
