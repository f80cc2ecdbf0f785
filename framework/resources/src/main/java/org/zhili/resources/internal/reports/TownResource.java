package org.zhili.resources.internal.reports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import org.zhili.access.Allowed;
import org.zhili.core.city.CityBooks;

/** What pages have to know of the town before anybody logs in. */
@Path("public/town")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "public")
public final class TownResource {
  private final CityBooks books;
  private final InstantSource clock;

  public TownResource(CityBooks books, InstantSource clock) {
    this.books = books;
    this.clock = clock;
  }

  /**
   * The town, as anybody may know it.
   *
   * @param zone in which its times are told, wherever they are read
   * @param now what time it is there, for clocks that are to show it
   */
  public record TownView(String zone, Instant now) {}

  @GET
  @Allowed(Allowed.ANYONE)
  @Operation(summary = "Tell what time it is in the town, and in which zone · 查看本市的时间与时区")
  public TownView read() {
    return new TownView(books.rules().zone().getId(), clock.instant());
  }
}
