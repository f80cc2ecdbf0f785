/** Simulated sensors: what they send, what is wrong with them, and the way to the broker. */
@NullMarked
package org.zhili.demo.city.device;

import org.jspecify.annotations.NullMarked;
