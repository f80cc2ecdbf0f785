/** A module whose cases are left behind when it leaves. */
@NullMarked
package org.zhili.itests.parking;

import org.jspecify.annotations.NullMarked;
