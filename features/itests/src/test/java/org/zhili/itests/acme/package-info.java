/** A vendor's driver that no town knows: dropped into the running one and taken away again. */
@NullMarked
package org.zhili.itests.acme;

import org.jspecify.annotations.NullMarked;
