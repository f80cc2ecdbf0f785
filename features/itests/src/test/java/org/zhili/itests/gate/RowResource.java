package org.zhili.itests.gate;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What the module serves. */
@Path("gate-rows")
public final class RowResource {
  @GET
  public String read() {
    return "rows";
  }
}
