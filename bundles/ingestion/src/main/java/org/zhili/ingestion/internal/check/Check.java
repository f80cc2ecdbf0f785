package org.zhili.ingestion.internal.check;

import org.eclipse.paho.mqttv5.common.MqttException;

/** One thing the town needs of its broker, tried out. Takes a few seconds. */
interface Check {
  /** A word for it, by which people speak of it. */
  String name();

  Finding run(Visit visit) throws MqttException;
}
