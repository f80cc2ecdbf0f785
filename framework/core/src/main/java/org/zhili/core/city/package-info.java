/**
 * The city's own books: rules in force, registers of units, areas, assets, devices and their
 * accounts.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.core.city;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
