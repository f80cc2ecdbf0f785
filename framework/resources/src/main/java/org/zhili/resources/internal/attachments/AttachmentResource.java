package org.zhili.resources.internal.attachments;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.casework.CaseFile;
import org.zhili.core.attachment.Attachment;
import org.zhili.core.attachment.AttachmentStore;
import org.zhili.device.Value;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.PositionBody;
import org.zhili.resources.internal.Repeats;
import org.zhili.resources.internal.Spooled;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.internal.cases.CaseFinder;
import org.zhili.resources.security.FoldedAudit;

/** Photos (附件): brought first, and named by evidence of a case then. */
@Path("attachments")
@Tag(name = "attachments")
public final class AttachmentResource {
  /** For servers that have no limit of their own. */
  private static final int MOST_BYTES = 32 << 20;

  private static final String JPEG = "image/jpeg";
  private static final String PNG = "image/png";

  private final Attachments attachments;
  private final CaseFinder cases;
  private final FoldedAudit looks;

  public AttachmentResource(Attachments attachments, CaseFinder cases, FoldedAudit looks) {
    this.attachments = attachments;
    this.cases = cases;
    this.looks = looks;
  }

  /**
   * Keep a photo.
   *
   * @param taken when it was taken, as the device that took it says
   * @throws IOException when the file is too large, or ends too early
   */
  @POST
  @Consumes({MediaType.APPLICATION_OCTET_STREAM, JPEG, PNG})
  @Produces(MediaType.APPLICATION_JSON)
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.UNIT, Role.GRID_WORKER})
  @Operation(
      summary = "Bring a photo, to be named by evidence · 上传照片，供办理凭据引用",
      description =
          "A JPEG or PNG; what it is, its content says. It is drawn anew, without what a camera"
              + " writes beside it; `taken` and the position say what is to be kept of that. Evidence"
              + " names it by its `reference`; one that no case names is forgotten after eight days."
              + " · JPEG 或 PNG，以内容为准；照片会重新编码，去除相机写入的信息，需要保留的时间和位置以参数给出。"
              + "办理凭据以 reference 引用；八天内没有案件引用的照片会被清除。")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = AttachmentView.class)))
  public Response bring(
      @QueryParam("taken") @Size(max = 40) @Pattern(regexp = Form.LINE) @Nullable String taken,
      @QueryParam("latitude") @Min(-90) @Max(90) @Nullable Double latitude,
      @QueryParam("longitude") @Min(-180) @Max(180) @Nullable Double longitude,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_OCTET_STREAM,
                      schema = @Schema(type = "string", format = "binary")))
          InputStream body,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Context SecurityContext security)
      throws IOException {
    Viewer viewer = Callers.viewer(security);
    Optional<Instant> time = Form.maybeTime("taken", taken);
    try (Spooled file = Spooled.of(body, MOST_BYTES)) {
      Attachments.Facts facts =
          new Attachments.Facts(file.sha256(), time, position(latitude, longitude));
      Repeats.Request request = Repeats.Request.of(key, viewer, "bring a photo", facts);
      Attachment kept = attachments.take(file, facts, viewer.account(), request);
      return Response.status(Response.Status.CREATED)
          .location(URI.create("attachments/" + kept.id()))
          .entity(AttachmentView.of(kept))
          .build();
    }
  }

  private static Optional<Value.Position> position(
      @Nullable Double latitude, @Nullable Double longitude) {
    if (latitude == null && longitude == null) {
      return Optional.empty();
    }
    if (latitude == null || longitude == null) {
      throw Form.wrong("position", "position");
    }
    return Optional.of(new PositionBody(latitude, longitude).position());
  }

  @GET
  @Path("{id}")
  @Produces(JPEG)
  @Allowed({Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.UNIT, Role.GRID_WORKER})
  @Operation(summary = "Look at a photo, or at a small one for lists · 查看照片，可取缩略图")
  @ApiResponse(
      content = @Content(mediaType = JPEG, schema = @Schema(type = "string", format = "binary")))
  public Response look(
      @PathParam("id") @Size(max = 36) @Pattern(regexp = "[0-9a-f-]{36}") String id,
      @QueryParam("size") @DefaultValue("full") @Size(max = 5) @Pattern(regexp = "full|small") String size,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    UUID meant = Form.id("id", id, UUID::fromString);
    AttachmentStore.Size wanted = Form.constant("size", size, AttachmentStore.Size.class);
    Attachment attachment =
        attachments
            .find(meant)
            .filter(found -> sees(viewer, found))
            .orElseThrow(Trouble.NO_ATTACHMENT::problem);
    byte[] photo = attachments.content(meant, wanted).orElseThrow(Trouble.NO_ATTACHMENT::problem);
    if (wanted == AttachmentStore.Size.FULL) {
      owner(attachment, viewer)
          .ifPresent(file -> looks.done(viewer, "case.photo-seen", file.number()));
    }
    return Response.ok(photo, JPEG)
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Cache-Control", "private, no-store")
        .build();
  }

  private boolean sees(Viewer viewer, Attachment attachment) {
    return attachment.caseId().isPresent()
        ? owner(attachment, viewer).isPresent()
        : attachment.account().equals(viewer.account());
  }

  /** The case that names it, where the viewer sees that. */
  private Optional<CaseFile> owner(Attachment attachment, Viewer viewer) {
    return attachment.caseId().flatMap(id -> cases.find(id.toString(), viewer));
  }
}
