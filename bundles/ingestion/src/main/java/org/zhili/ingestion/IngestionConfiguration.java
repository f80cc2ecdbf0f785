package org.zhili.ingestion;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the connector, PID {@code org.zhili.ingestion}. */
@ObjectClassDefinition(
    localization = "OSGI-INF/l10n/org.zhili.ingestion",
    name = "%name",
    description = "%description")
public @interface IngestionConfiguration {
  @AttributeDefinition(name = "%uri", description = "%uri.description")
  String uri() default "tcp://127.0.0.1:1883";

  @AttributeDefinition(name = "%clientId", description = "%clientId.description")
  String clientId() default "zhili-node-1";

  @AttributeDefinition(name = "%user", description = "%user.description")
  String user() default "";

  @AttributeDefinition(
      name = "%password",
      description = "%password.description",
      type = AttributeType.PASSWORD)
  String password() default "";

  @AttributeDefinition(name = "%topics", description = "%topics.description")
  String[] topics() default "zhili/v1/+/+/up";

  @AttributeDefinition(name = "%shareGroup", description = "%shareGroup.description")
  String shareGroup() default "";

  @AttributeDefinition(
      name = "%connections",
      description = "%connections.description",
      min = "1",
      max = "16")
  int connections() default 1;

  @AttributeDefinition(
      name = "%receiveMaximum",
      description = "%receiveMaximum.description",
      min = "1",
      max = "65535")
  int receiveMaximum() default 1_000;

  @AttributeDefinition(
      name = "%maximumPacketBytes",
      description = "%maximumPacketBytes.description",
      min = "1024",
      max = "16777216")
  int maximumPacketBytes() default 262_144;

  @AttributeDefinition(
      name = "%keepAliveSeconds",
      description = "%keepAliveSeconds.description",
      min = "5",
      max = "3600")
  int keepAliveSeconds() default 30;

  @AttributeDefinition(
      name = "%sessionExpirySeconds",
      description = "%sessionExpirySeconds.description",
      min = "60",
      max = "2592000")
  int sessionExpirySeconds() default 86_400;

  @AttributeDefinition(
      name = "%trustedCertificates",
      description = "%trustedCertificates.description")
  String trustedCertificates() default "";
}
