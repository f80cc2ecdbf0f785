@NullMarked
package org.zhili.persistence.osgi.parcels;

import org.jspecify.annotations.NullMarked;
