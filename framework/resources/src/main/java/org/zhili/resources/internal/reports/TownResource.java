package org.zhili.resources.internal.reports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.zhili.access.Allowed;
import org.zhili.core.city.CityBooks;

/** What pages have to know of the town before anybody logs in. */
@Path("public/town")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "public")
public final class TownResource {
  private final CityBooks books;

  public TownResource(CityBooks books) {
    this.books = books;
  }

  /**
   * The town, as anybody may know it.
   *
   * @param zone in which its times are told, wherever they are read
   */
  public record TownView(String zone) {}

  @GET
  @Allowed(Allowed.ANYONE)
  @Operation(summary = "Tell in which zone the town tells times · 查看本市使用的时区")
  public TownView read() {
    return new TownView(books.rules().zone().getId());
  }
}
