/** What stands between the network and Artemis: who may come in, and what it may say. */
@NullMarked
package org.zhili.broker.internal.door;

import org.jspecify.annotations.NullMarked;
