package org.zhili.itests;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * One message of a device. Device and time tell it from all others, and are found again in whatever
 * the town makes of it.
 *
 * @param alarm whether it tells of something wrong
 * @param well whether it tells that nothing is wrong; some messages tell neither
 */
record Uplink(String device, Instant at, boolean alarm, boolean well, String json) {
  /** A manhole cover that lies as it should, or does not. */
  static Uplink ofCover(String device, Instant at, boolean tilted) {
    String status = tilted ? "tilted" : "normal";
    return new Uplink(
        device,
        at,
        tilted,
        !tilted,
        """
        {"device_id":"%s","type":"manhole_cover","status":"%s","timestamp":"%s"}"""
            .formatted(device, status, at));
  }

  /** A waste bin that is filled so far; from 0.9 on it is full, and below 0.8 no more. */
  static Uplink ofBin(String device, Instant at, double fill) {
    return new Uplink(
        device,
        at,
        fill >= 0.9,
        fill < 0.8,
        """
        {"device_id":"%s","type":"trash_bin","status":"normal","timestamp":"%s",\
        "readings":{"bin.fill":%s}}"""
            .formatted(device, at, fill));
  }

  byte[] payload() {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return device + " " + at + (alarm ? " alarm" : well ? " well" : " neither");
  }
}
