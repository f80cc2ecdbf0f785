package org.zhili.benchmarks;

import java.time.Instant;
import org.zhili.device.Payload;
import org.zhili.envelope.PayloadEnvelope;
import org.zhili.envelope.WrappedMessage;
import org.zhili.envelope.alink.AlinkEnvelope;
import org.zhili.envelope.chirpstack.ChirpstackEnvelope;
import org.zhili.envelope.iotda.IotdaEnvelope;
import org.zhili.envelope.things.stack.ThingsStackEnvelope;

/** Which envelopes to open: for each network what its documentation shows. */
public enum Wrapping {
  CHIRPSTACK(
      "application/52f14cd4-c6f1-4fbd-8f87-4025e1d49242/device/24e124136b502217/event/up",
      """
      {"deduplicationId":"3ac7e3c4-4401-4b8d-9386-a5c902f9202d",
       "time":"2026-03-02T01:00:00.123456+00:00",
       "deviceInfo":{"tenantId":"52f14cd4-c6f1-4fbd-8f87-4025e1d49201","tenantName":"ChirpStack",
        "applicationId":"52f14cd4-c6f1-4fbd-8f87-4025e1d49242","applicationName":"bins",
        "deviceProfileId":"605d08d4-65f5-4d2c-8a5a-3d2457662f79","deviceProfileName":"EM400-UDL",
        "deviceName":"bin 7","devEui":"24e124136b502217","tags":{}},
       "devAddr":"00189440","adr":true,"dr":5,"fCnt":4,"fPort":85,"confirmed":false,
       "data":"AXVcA2cBAQSCRAgFAAE=",
       "rxInfo":[{"gatewayId":"0016c001f153a14c","uplinkId":4217106255,
        "gwTime":"2026-03-02T01:00:00.123456+00:00","rssi":-36,"snr":10.5,"context":"E3OWOQ=="}],
       "txInfo":{"frequency":868100000,"modulation":{"lora":{"bandwidth":125000,
        "spreadingFactor":7,"codeRate":"CR_4_5"}}}}"""),
  THINGS_STACK(
      "v3/bins@ttn/devices/bin-7/up",
      """
      {"end_device_ids":{"device_id":"bin-7","application_ids":{"application_id":"bins"},
        "dev_eui":"24E124136B502217","join_eui":"0000000000000000","dev_addr":"00BCB929"},
       "correlation_ids":["as:up:01","gs:uplink:02"],"received_at":"2026-03-02T01:00:01.5Z",
       "uplink_message":{"session_key_id":"AXA50","f_cnt":1,"f_port":85,
        "frm_payload":"AXVcA2cBAQSCRAgFAAE=",
        "rx_metadata":[{"gateway_ids":{"gateway_id":"gtw1"},"rssi":-35,"snr":5}],
        "settings":{"data_rate":{"lora":{"bandwidth":125000,"spreading_factor":7}},
         "frequency":"868300000","time":"2026-03-02T01:00:00.1Z"},
        "received_at":"2026-03-02T01:00:01.2Z"}}"""),
  IOTDA(
      "$oc/devices/5e25_cover-7/sys/properties/report",
      """
      {"services":[{"service_id":"Temperature","properties":{"value":57,"value2":60},
        "event_time":"20260302T010000Z"},
       {"service_id":"Battery","properties":{"level":80,"level2":90},
        "event_time":"20260302T010001Z"}]}"""),
  ALINK(
      "/sys/a1B2c3D4e5F/cover-7/thing/event/property/post",
      """
      {"id":"123","version":"1.0","sys":{"ack":0},"params":{
        "Power":{"value":"on","time":1772413200000},
        "WIFI":{"value":"on","time":1772413200000}},
       "method":"thing.event.property.post"}""");

  private final String topic;
  private final String json;

  Wrapping(String topic, String json) {
    this.topic = topic;
    this.json = json;
  }

  PayloadEnvelope envelope() {
    return switch (this) {
      case CHIRPSTACK -> new ChirpstackEnvelope();
      case THINGS_STACK -> new ThingsStackEnvelope();
      case IOTDA -> new IotdaEnvelope();
      case ALINK -> new AlinkEnvelope();
    };
  }

  WrappedMessage message(Instant at) {
    return new WrappedMessage(topic, Payload.ofUtf8(json), at);
  }
}
