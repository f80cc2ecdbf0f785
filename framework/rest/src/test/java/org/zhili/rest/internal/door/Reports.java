package org.zhili.rest.internal.door;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhili.access.Allowed;
import org.zhili.text.Wording;

/** A resource that does a bit of everything a resource may do. */
@Path("reports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Allowed({"operator", "unit"})
public class Reports {
  /** How grave it is. */
  public enum Grade {
    LOW,
    HIGH
  }

  /** Where it is. */
  public record Place(@Min(-90) @Max(90) double latitude, Optional<String> address) {}

  /** What is reported. */
  public record Report(
      @NotBlank @Size(max = 20) String title,
      @NotNull LocalDate day,
      Grade grade,
      @Valid Place place,
      @Valid List<Place> others,
      Optional<BigDecimal> amount,
      Optional<Instant> at) {}

  /** What only its serializer knows. */
  @JsonSerialize(using = Unwritable.Refusing.class)
  public record Unwritable() {
    /** Fails. */
    @SuppressWarnings("serial") // never written
    public static final class Refusing extends StdSerializer<Unwritable> {
      public Refusing() {
        super(Unwritable.class);
      }

      @Override
      public void serialize(Unwritable value, JsonGenerator out, SerializerProvider provider)
          throws IOException {
        throw new IOException("secret of the serializer");
      }
    }
  }

  /** A refusal of the resource's own. */
  public record OwnProblem(int status, String code, String detail, Wording messages) {}

  @POST
  public Report echo(@Valid @NotNull Report report) {
    return report;
  }

  @POST
  @Path("unchecked")
  public Report unchecked(Report report) {
    return report;
  }

  @POST
  @Path("any")
  public JsonNode any(JsonNode json) {
    return json;
  }

  @POST
  @Path("photos")
  @Consumes("image/png")
  public int photo(byte[] photo) {
    return photo.length;
  }

  @GET
  @Path("{id}")
  public int byNumber(@PathParam("id") int id, @QueryParam("limit") @Max(200) int limit) {
    if (id == 404) {
      throw new NotFoundException();
    }
    return id + limit;
  }

  @GET
  @Path("teapot")
  public Response teapot() {
    return Response.status(418).build();
  }

  @GET
  @Path("gone")
  public Response gone() {
    throw new WebApplicationException(410);
  }

  @GET
  @Path("own")
  public Response own() {
    throw new WebApplicationException(
        Response.status(409)
            .type("application/problem+json")
            .entity(new OwnProblem(409, "ZL-9999", "中文", new Wording("中文", "English")))
            .build());
  }

  @GET
  @Path("broken")
  public String broken() {
    throw new IllegalStateException("secret of the resource");
  }

  @GET
  @Path("unwritable")
  public Unwritable unwritable() {
    return new Unwritable();
  }

  @GET
  @Path("invalid")
  @NotBlank public String invalid() {
    return "";
  }

  @GET
  @Path("cached")
  public Response cached() {
    return Response.ok("1").header("Cache-Control", "max-age=60").build();
  }

  @GET
  @Path("public")
  @Allowed(Allowed.ANYONE)
  public String open() {
    return "\"open\"";
  }

  @GET
  @Path("closed")
  @Allowed({})
  public String closed() {
    return "\"closed\"";
  }

  @GET
  @Path("administrators")
  @Allowed("administrator")
  public String administrators() {
    return "\"administrators\"";
  }
}
