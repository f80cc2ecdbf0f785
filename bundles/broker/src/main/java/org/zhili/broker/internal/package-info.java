/** The embedded MQTT broker: settings, faults, and Artemis behind its door. */
@NullMarked
package org.zhili.broker.internal;

import org.jspecify.annotations.NullMarked;
