/** Plug-ins that show how the gate keeps its promises: two claim one topic, a module has it all. */
@NullMarked
package org.zhili.itests.gate;

import org.jspecify.annotations.NullMarked;
