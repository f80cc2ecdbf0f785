/**
 * Alibaba Cloud's Alink protocol, and the envelope that opens the property reports of its devices.
 */
@NullMarked
@Export(substitution = Substitution.NOIMPORT)
@Version("1.0.0")
package org.zhili.envelope.alink;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.bundle.Export.Substitution;
import org.osgi.annotation.versioning.Version;
