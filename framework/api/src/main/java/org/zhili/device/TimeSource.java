package org.zhili.device;

/** How far the time of a reading can be trusted. */
public enum TimeSource {
  /** The device sent an instant with its zone. */
  DEVICE,
  /** The device sent a local time; the city's zone was assumed. */
  ASSUMED_ZONE,
  /** The device sent no usable time; the time of receipt stands in. */
  RECEIVED
}
