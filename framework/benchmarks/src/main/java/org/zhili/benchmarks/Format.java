package org.zhili.benchmarks;

import java.time.Instant;
import org.zhili.device.DeviceDriver;
import org.zhili.device.DeviceMessage;
import org.zhili.device.Payload;
import org.zhili.driver.city.json.CityJsonDriver;
import org.zhili.driver.df702.Df702Driver;
import org.zhili.driver.hj212.Hj212Driver;
import org.zhili.driver.milesight.Am319lHchoDriver;
import org.zhili.driver.milesight.Am319lO3Driver;
import org.zhili.driver.milesight.Em320TiltDriver;
import org.zhili.driver.milesight.Em400UdlDriver;
import org.zhili.driver.milesight.Em500SwlDriver;
import org.zhili.driver.milesight.Gs301Driver;
import org.zhili.driver.milesight.Gs524nDriver;
import org.zhili.driver.milesight.Ws101Driver;
import org.zhili.driver.milesight.Ws302Driver;
import org.zhili.driver.sl651.Sl651Driver;

/** Which messages to decode: for each driver the ones its vendor published. */
public enum Format {
  CITY_JSON(""),
  DF702("80000101 11 07D0 00 19 0000 00 00 0000 00 81"),
  DF702_POSITION("80000101 19 07D0 01 CD03E942 EF272042 19 0000 00 00 0000 00 81"),
  EM320_TILT("017564 03D4000001005046"),
  EM400_UDL("01755C 03670101 04824408 050001"),
  EM400_UDL_ALARM("8367E80001 8482410601"),
  EM500_SWL("017564 03770200"),
  HJ212(
      "##0185QN=20160801085857223;ST=32;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;"
          + "CP=&&DataTime=20160801085857;w01001-Rtd=7.1,w01001-Flag=N;"
          + "w01018-Rtd=2.2,w01018-Flag=N,w01018-EFlag=A01&&5440"),
  SL651(
      "7E7E 01 0010100001 A000 32 002B 02 000C 200724172349 F1F1 0010100001 48 F0F0 2007241723"
          + " 2019 000130 2219 000040 3923 00000550 3812 1268 03 8397"),
  GS301("017564 02671C01 036864 047D0000 057D0100"),
  GS524N("221E64001C40"),
  AM319L_O3("0367EE00 04687C 050001 06CB02 077DA803 087D2500 09736627 0B7D2000 0C7D3000"),
  AM319L_HCHO_IR(
      "0367EE00 04687C 050001 06CB02 077DA803 087D2500 09736627 0A7D0700 0B7D2000 0C7D3000"),
  WS101("017510 FF2E01"),
  WS302("017564 055B053F02DA016A02");

  private final String frame;

  Format(String frame) {
    this.frame = frame;
  }

  DeviceDriver driver() {
    return switch (this) {
      case CITY_JSON -> new CityJsonDriver();
      case DF702, DF702_POSITION -> new Df702Driver();
      case EM320_TILT -> new Em320TiltDriver();
      case EM400_UDL, EM400_UDL_ALARM -> new Em400UdlDriver();
      case EM500_SWL -> new Em500SwlDriver();
      case HJ212 -> new Hj212Driver();
      case SL651 -> new Sl651Driver();
      case GS301 -> new Gs301Driver();
      case GS524N -> new Gs524nDriver();
      case AM319L_O3 -> new Am319lO3Driver();
      case AM319L_HCHO_IR -> new Am319lHchoDriver();
      case WS101 -> new Ws101Driver();
      case WS302 -> new Ws302Driver();
    };
  }

  /** The frame as that bin sends it, or the station that is named in it. */
  DeviceMessage message(int bin, Instant at) {
    return switch (this) {
      case CITY_JSON -> Samples.message(bin, Samples.json(bin, "normal", at), at);
      case HJ212 -> Samples.message("010000A8900016F000169DC0", Payload.ofUtf8(frame + "\r\n"), at);
      case SL651 -> Samples.message("0010100001", Payload.ofHex(frame), at);
      default -> Samples.message(bin, Payload.ofHex(frame), at);
    };
  }
}
