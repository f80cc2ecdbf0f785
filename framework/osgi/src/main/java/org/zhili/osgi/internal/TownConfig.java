package org.zhili.osgi.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How this node runs the town. */
@ObjectClassDefinition(
    localization = "OSGI-INF/l10n/town",
    name = "%name",
    description = "%description")
@interface TownConfig {
  @AttributeDefinition(name = "%city", description = "%city.description")
  String city() default "city";

  @AttributeDefinition(name = "%workers", min = "1", max = "64")
  int workers() default 2;

  @AttributeDefinition(
      name = "%modules.grace.seconds",
      description = "%modules.grace.seconds.description",
      min = "15",
      max = "86400")
  int modules_grace_seconds() default 300;

  @AttributeDefinition(name = "%clock.start", description = "%clock.start.description")
  String clock_start() default "";

  @AttributeDefinition(name = "%clock.speed", description = "%clock.speed.description")
  double clock_speed() default 1;

  @AttributeDefinition(name = "%keep.readings.days", min = "1", max = "36500")
  int keep_readings_days() default 90;

  @AttributeDefinition(
      name = "%keep.alarms.days",
      description = "%keep.alarms.days.description",
      min = "184",
      max = "36500")
  int keep_alarms_days() default 366;

  @AttributeDefinition(
      name = "%export.rows",
      description = "%export.rows.description",
      min = "1",
      max = "1048000")
  int export_rows() default 100_000;

  @AttributeDefinition(name = "%print.fonts", description = "%print.fonts.description")
  String print_fonts() default "etc/fonts";

  @AttributeDefinition(
      name = "%residents.reports",
      description = "%residents.reports.description",
      min = "60",
      max = "100000")
  int residents_reports() default 600;
}
