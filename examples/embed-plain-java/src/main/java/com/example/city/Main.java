package com.example.city;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.zhili.casework.CaseFile;
import org.zhili.casework.CaseState;
import org.zhili.device.Payload;
import org.zhili.embedded.EmbeddedTown;
import org.zhili.id.DeviceId;
import org.zhili.module.Contribution;
import org.zhili.persistence.JdbcUrl;

/** A town in a plain program: a cover tilts, and a unit gets the case. */
public final class Main {
  private static final String TILTED =
      """
      {"device_id": "MC-001", "type": "manhole_cover", "status": "tilted"}""";

  public static void main(String[] arguments) throws Exception {
    String url = new JdbcUrl("jdbc:h2:mem:town").withDefaults().text();
    CompletableFuture<CaseFile> dispatched = new CompletableFuture<>();
    try (EmbeddedTown town =
        EmbeddedTown.builder()
            .city(Path.of("city"))
            .storage(JdbcConnectionPool.create(url, "sa", ""))
            .discover()
            .bring(
                new Contribution.Reaction(
                    "host.dispatched",
                    Set.of("urban.component"),
                    Set.of(CaseState.DISPATCHED),
                    (event, file) -> dispatched.complete(file)))
            .start()) {
      town.ingest(new DeviceId("MC-001"), Payload.ofUtf8(TILTED)).join();
      CaseFile file = dispatched.get(1, TimeUnit.MINUTES);
      System.out.println(
          file.report().summary().en() + " -> " + file.assignment().lead().orElseThrow());
    }
  }

  private Main() {}
}
