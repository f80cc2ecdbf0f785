/** Kills the town while it works, and reckons afterwards what became of every message. */
@NullMarked
package org.zhili.itests.kill;

import org.jspecify.annotations.NullMarked;
