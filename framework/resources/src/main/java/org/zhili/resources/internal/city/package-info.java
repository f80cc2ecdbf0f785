/** The city's books: units, areas, assets, devices, case types and rules. */
@NullMarked
package org.zhili.resources.internal.city;

import org.jspecify.annotations.NullMarked;
