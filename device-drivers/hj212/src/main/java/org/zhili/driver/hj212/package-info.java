/** Environmental monitoring stations (污染物在线监控) that speak HJ 212-2017. */
@NullMarked
@Export(substitution = Substitution.NOIMPORT)
@Version("1.0.0")
package org.zhili.driver.hj212;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.bundle.Export.Substitution;
import org.osgi.annotation.versioning.Version;
