package org.zhili.resources.internal.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.resources.export.Asker;
import org.zhili.resources.export.Workbooks;
import org.zhili.resources.imports.Brought;
import org.zhili.resources.imports.ImportView;
import org.zhili.resources.imports.Importing;
import org.zhili.resources.imports.Imports;
import org.zhili.resources.imports.Sending;

/** Sheets of devices, brought to be taken. */
@Path("imports/devices")
@Tag(name = "imports")
public final class DeviceImportResource {
  private final Importing<?> list;
  private final Imports imports;

  public DeviceImportResource(Importing<?> list, Imports imports) {
    this.list = list;
    this.imports = imports;
  }

  /**
   * Take a sheet, or say what would become of it.
   *
   * @throws IOException when the file is too large, or ends too early
   */
  @POST
  @Consumes({MediaType.APPLICATION_OCTET_STREAM, Workbooks.XLSX, Imports.CSV})
  @Produces(MediaType.APPLICATION_JSON)
  @Allowed(Role.ADMINISTRATOR)
  @Operation(
      summary = "Import a sheet of devices, or try it · 导入设备表格，缺省只检查",
      description = Imports.HOW)
  public ImportView take(
      @QueryParam("dryRun") @DefaultValue("true") @Size(max = 5) @Pattern(regexp = "true|false") String dryRun,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_OCTET_STREAM,
                      schema = @Schema(type = "string", format = "binary")))
          InputStream body,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Context Providers providers,
      @Context HttpHeaders headers,
      @Context SecurityContext security)
      throws IOException {
    try (Brought brought = Brought.of(Asker.of(security, headers), body, providers)) {
      return imports.take(list, brought, Sending.of(dryRun, key, ifMatch));
    }
  }

  /**
   * Give a sheet back, with what is wrong in it.
   *
   * @throws IOException when the file is too large, or ends too early
   */
  @POST
  @Path("errors")
  @Consumes({MediaType.APPLICATION_OCTET_STREAM, Workbooks.XLSX, Imports.CSV})
  @Produces(Workbooks.XLSX)
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "The same sheet with what is wrong in each row · 取回标出错误的设备表格")
  public Response errors(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_OCTET_STREAM,
                      schema = @Schema(type = "string", format = "binary")))
          InputStream body,
      @Context Providers providers,
      @Context HttpHeaders headers,
      @Context SecurityContext security)
      throws IOException {
    try (Brought brought = Brought.of(Asker.of(security, headers), body, providers)) {
      return imports.errors(list, brought);
    }
  }

  @GET
  @Path("template")
  @Produces(Workbooks.XLSX)
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "An empty sheet of devices to be filled in · 下载设备导入模板")
  public Response template(@Context HttpHeaders headers, @Context SecurityContext security) {
    return imports.template(list, Asker.of(security, headers));
  }
}
