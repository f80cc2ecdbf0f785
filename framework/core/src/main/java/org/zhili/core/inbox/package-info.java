/**
 * Devices that speak and are not registered: they wait for a person who registers or dismisses them
 * (待登记设备).
 */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.core.inbox;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
