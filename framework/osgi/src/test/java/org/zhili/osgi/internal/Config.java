package org.zhili.osgi.internal;

import java.lang.annotation.Annotation;

/** A configuration as it arrives; a value of the wrong type throws when it is asked for. */
@SuppressWarnings("BadAnnotationImplementation") // compared with nothing
record Config(String city, String workersText, String graceText, String start, String speedText)
    implements TownConfig {
  static Config of(String city) {
    return new Config(city, "1", "300", "", "1");
  }

  Config workers(String text) {
    return new Config(city, text, graceText, start, speedText);
  }

  Config grace(String text) {
    return new Config(city, workersText, text, start, speedText);
  }

  Config clock(String from, String speed) {
    return new Config(city, workersText, graceText, from, speed);
  }

  @Override
  public int workers() {
    return Integer.parseInt(workersText);
  }

  @Override
  public String clock_start() {
    return start;
  }

  @Override
  public double clock_speed() {
    return Double.parseDouble(speedText);
  }

  @Override
  public int modules_grace_seconds() {
    return Integer.parseInt(graceText);
  }

  @Override
  public int keep_readings_days() {
    return 90;
  }

  @Override
  public int keep_alarms_days() {
    return 366;
  }

  @Override
  public int export_rows() {
    return 20_000;
  }

  @Override
  public String print_fonts() {
    return "fonts";
  }

  @Override
  public int residents_reports() {
    return 1200;
  }

  @Override
  public Class<? extends Annotation> annotationType() {
    return TownConfig.class;
  }
}
