/** MQTT topics and filters, and what an account may do with them. Pure functions. */
@NullMarked
package org.zhili.broker.internal.topic;

import org.jspecify.annotations.NullMarked;
