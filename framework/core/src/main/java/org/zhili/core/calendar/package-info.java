/**
 * Counts working time: when a milestone is due, given holidays, make-up workdays, working hours and
 * the pauses of a case.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.core.calendar;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
