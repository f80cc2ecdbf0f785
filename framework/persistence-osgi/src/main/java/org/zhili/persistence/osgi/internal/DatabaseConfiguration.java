package org.zhili.persistence.osgi.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The file {@code etc/org.zhili.database.cfg}. */
@ObjectClassDefinition(
    id = DatabaseComponent.PID,
    name = "%database.name",
    description = "%database.description",
    localization = "OSGI-INF/l10n/messages")
@interface DatabaseConfiguration {

  @AttributeDefinition(name = "%database.url.name", description = "%database.url.description")
  String url() default "";

  @AttributeDefinition(name = "%database.user.name", description = "%database.user.description")
  String user() default "sa";

  @AttributeDefinition(
      name = "%database.password.name",
      description = "%database.password.description",
      type = AttributeType.PASSWORD,
      required = false)
  String password() default "";

  @AttributeDefinition(
      name = "%database.maxPoolSize.name",
      description = "%database.maxPoolSize.description",
      min = "5",
      max = "200")
  int maxPoolSize() default 10;

  @AttributeDefinition(
      name = "%database.durable.name",
      description = "%database.durable.description",
      options = {
        @Option(value = "commit", label = "%database.durable.commit"),
        @Option(value = "1s", label = "%database.durable.1s"),
        @Option(value = "none", label = "%database.durable.none")
      })
  String durable() default "1s";
}
