/** The town as its users meet it: the real archive, over MQTT, REST and the shell. */
@NullMarked
package org.zhili.itests;

import org.jspecify.annotations.NullMarked;
