/**
 * Lists as Excel workbooks: a list is described once, by typed columns with words in both
 * languages, and written row by row.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.zhili.sheets;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
