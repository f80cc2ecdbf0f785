package org.zhili.architecture.planted.core;

import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.zhili.architecture.planted.Breaks;

@Breaks("D5 Artemis")
public record KnowsArtemis(ActiveMQServer server) {}
