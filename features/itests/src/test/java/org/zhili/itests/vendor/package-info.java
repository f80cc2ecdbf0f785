/** A vendor's plug-in with tables of its own, put in, updated and taken out by the tests. */
@NullMarked
package org.zhili.itests.vendor;

import org.jspecify.annotations.NullMarked;
