package org.zhili.rest.internal.openapi;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.zhili.access.Allowed;

/** The description of all operations, for people and machines. */
@Path("/")
@Hidden
@Allowed(Allowed.ANYONE)
public final class ApiDescriptionResource {
  private final ApiDescription description;

  public ApiDescriptionResource(ApiDescription description) {
    this.description = description;
  }

  @GET
  @Path("openapi.json")
  @Produces("application/json")
  public String json() {
    return description.json();
  }

  @GET
  @Path("openapi.yaml")
  @Produces("application/yaml")
  public String yaml() {
    return description.yaml();
  }
}
