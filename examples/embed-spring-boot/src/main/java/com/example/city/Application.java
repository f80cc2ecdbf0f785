package com.example.city;

import java.nio.file.Path;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.zhili.casework.CaseDesk;
import org.zhili.casework.CaseState;
import org.zhili.embedded.EmbeddedTown;
import org.zhili.module.Contribution;

/** A town among the beans of a Spring Boot application. It closes with the context. */
@SpringBootApplication(proxyBeanMethods = false)
public class Application {
  public static void main(String[] arguments) {
    SpringApplication.run(Application.class, arguments);
  }

  @Bean
  EmbeddedTown town(DataSource database, ApplicationEventPublisher events) {
    return EmbeddedTown.builder()
        .city(Path.of("city"))
        .storage(database)
        .discover()
        .bring(
            new Contribution.Reaction(
                "host.dispatched",
                Set.of("urban.component"),
                Set.of(CaseState.DISPATCHED),
                (event, file) -> events.publishEvent(file)))
        .start();
  }

  @Bean
  CaseDesk desk(EmbeddedTown town) {
    return town.desk();
  }
}
