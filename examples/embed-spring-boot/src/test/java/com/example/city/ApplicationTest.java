package com.example.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.zhili.casework.Actor;
import org.zhili.casework.CaseAction;
import org.zhili.casework.CaseDesk;
import org.zhili.casework.CaseFile;
import org.zhili.casework.Outcome;
import org.zhili.device.Payload;
import org.zhili.embedded.EmbeddedTown;
import org.zhili.id.DeviceId;
import org.zhili.id.UnitId;
import org.zhili.message.MessageInlet.InletClosed;

class ApplicationTest {
  private static final UnitId WORKS = new UnitId("municipal-works");
  private static final DeviceId COVER = new DeviceId("MC-001");
  private static final Payload TILTED =
      Payload.ofUtf8(
          """
          {"device_id": "MC-001", "type": "manhole_cover", "status": "tilted"}""");

  private final CompletableFuture<CaseFile> heard = new CompletableFuture<>();

  private ConfigurableApplicationContext started() {
    ApplicationListener<PayloadApplicationEvent<CaseFile>> ear =
        ApplicationListener.forPayload(heard::complete);
    return new SpringApplicationBuilder(Application.class).listeners(ear).run();
  }

  @Test
  void a_tilted_cover_is_an_event_of_the_application_and_a_case_of_its_unit() throws Exception {
    try (ConfigurableApplicationContext context = started()) {
      context.getBean(EmbeddedTown.class).ingest(COVER, TILTED).join();

      CaseFile file = heard.get(1, TimeUnit.MINUTES);

      assertThat(file.assignment().lead()).contains(WORKS);
      assertThat(acknowledged(context.getBean(CaseDesk.class), file))
          .isInstanceOf(Outcome.Moved.class);
    }
  }

  private static Outcome acknowledged(CaseDesk desk, CaseFile file) {
    Actor unit = new Actor("li", Set.of("unit"), file.assignment().lead());
    CaseAction take = new CaseAction.Advance("acknowledge", "", List.of());
    return desk.act(file.id(), take, unit, OptionalLong.empty());
  }

  @Test
  void the_town_closes_with_the_context_and_before_its_data_source() {
    ConfigurableApplicationContext context = started();
    EmbeddedTown town = context.getBean(EmbeddedTown.class);
    HikariDataSource source = (HikariDataSource) context.getBean(DataSource.class);
    context.close();

    assertThatThrownBy(() -> town.ingest(COVER, TILTED).join())
        .hasCauseInstanceOf(InletClosed.class);
    assertThat(source.isClosed()).isTrue();
  }
}
