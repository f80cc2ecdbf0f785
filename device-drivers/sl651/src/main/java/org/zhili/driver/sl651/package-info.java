/** Hydrological stations (水文遥测站) that speak SL 651-2014. */
@NullMarked
@Export(substitution = Substitution.NOIMPORT)
@Version("1.0.0")
package org.zhili.driver.sl651;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.bundle.Export.Substitution;
import org.osgi.annotation.versioning.Version;
