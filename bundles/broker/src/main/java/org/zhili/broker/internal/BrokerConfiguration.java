package org.zhili.broker.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the embedded broker, PID {@code org.zhili.broker}. */
@ObjectClassDefinition(
    localization = "OSGI-INF/l10n/org.zhili.broker",
    name = "%name",
    description = "%description")
public @interface BrokerConfiguration {
  @AttributeDefinition(name = "%host", description = "%host.description")
  String host() default "127.0.0.1";

  @AttributeDefinition(name = "%port", description = "%port.description", min = "0", max = "65535")
  int port() default 1883;

  @AttributeDefinition(name = "%directory", description = "%directory.description")
  String directory();

  @AttributeDefinition(
      name = "%maxPacketBytes",
      description = "%maxPacketBytes.description",
      min = "1024",
      max = "16777216")
  int maxPacketBytes() default 65_536;

  @AttributeDefinition(
      name = "%maxConnections",
      description = "%maxConnections.description",
      min = "1",
      max = "1000000")
  int maxConnections() default 10_000;

  @AttributeDefinition(
      name = "%globalMaxSizeMegabytes",
      description = "%globalMaxSizeMegabytes.description",
      min = "8",
      max = "65536")
  int globalMaxSizeMegabytes() default 128;

  @AttributeDefinition(
      name = "%maxDiskPercent",
      description = "%maxDiskPercent.description",
      min = "1",
      max = "100")
  int maxDiskPercent() default 95;

  @AttributeDefinition(
      name = "%sessionExpirySeconds",
      description = "%sessionExpirySeconds.description",
      min = "60",
      max = "2592000")
  int sessionExpirySeconds() default 86_400;

  @AttributeDefinition(
      name = "%receiveMaximum",
      description = "%receiveMaximum.description",
      min = "1",
      max = "65535")
  int receiveMaximum() default 1_000;

  @AttributeDefinition(name = "%refuseUnheard", description = "%refuseUnheard.description")
  boolean refuseUnheard() default true;
}
