package org.zhili.architecture.planted.core;

import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.zhili.architecture.planted.Breaks;

@Breaks("D5 Paho")
public record KnowsPaho(MqttMessage message) {}
