package org.zhili.rest.internal.door;

import jakarta.validation.constraints.Max;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.zhili.access.Allowed;

/** A resource of a module that comes and goes. */
@Path("guest")
@Produces("application/json")
@Allowed(Allowed.ANYONE)
public class Guest {
  /** What it answers. */
  public record Answer(String name) {}

  @GET
  public Answer answer(@QueryParam("limit") @Max(9) int limit) {
    return new Answer("guest");
  }
}
