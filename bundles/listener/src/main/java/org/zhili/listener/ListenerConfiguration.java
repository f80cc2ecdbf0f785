package org.zhili.listener;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of one listener, factory PID {@code org.zhili.listener}. */
@ObjectClassDefinition(
    localization = "OSGI-INF/l10n/org.zhili.listener",
    name = "%name",
    description = "%description")
public @interface ListenerConfiguration {
  @AttributeDefinition(name = "%protocol", description = "%protocol.description")
  String protocol() default "";

  @AttributeDefinition(name = "%host", description = "%host.description")
  String host() default "127.0.0.1";

  @AttributeDefinition(name = "%port", description = "%port.description", min = "1", max = "65535")
  int port() default 0;

  @AttributeDefinition(name = "%networks", description = "%networks.description")
  String[] networks() default "127.0.0.1";

  @AttributeDefinition(
      name = "%connections",
      description = "%connections.description",
      min = "1",
      max = "10000")
  int connections() default 500;

  @AttributeDefinition(
      name = "%connectionsPerAddress",
      description = "%connectionsPerAddress.description",
      min = "1",
      max = "10000")
  int connectionsPerAddress() default 50;

  @AttributeDefinition(
      name = "%idleSeconds",
      description = "%idleSeconds.description",
      min = "1",
      max = "86400")
  int idleSeconds() default 900;

  @AttributeDefinition(
      name = "%partsSeconds",
      description = "%partsSeconds.description",
      min = "1",
      max = "600")
  int partsSeconds() default 2;

  @AttributeDefinition(
      name = "%windowPercent",
      description = "%windowPercent.description",
      min = "1",
      max = "100")
  int windowPercent() default 25;
}
