package org.zhili.resources.internal.shelf;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.core.shelf.Outcome;
import org.zhili.core.shelf.PluginShelf;
import org.zhili.core.shelf.ShelfEntry;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.security.Audit;
import org.zhili.text.Wording;

/** The shelf of plug-ins (插件架): put in, taken out and put back while the town runs. */
@Path("shelf")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "shelf")
public final class ShelfResource {
  /** A symbolic name, the last words of one, the id of a plug-in, or the name of a file. */
  private static final String NAME = "[A-Za-z0-9_:.-]{1,200}";

  /** The name of a file without a folder. */
  private static final String FILE = "[\\p{L}\\p{N}._+() -]{1,96}\\.(jar|kar)";

  private final Supplier<Optional<PluginShelf>> shelf;
  private final Scope scope;

  /**
   * Lay a resource over the shelf.
   *
   * @param shelf empty where a town has none, or while it is not there
   */
  public ShelfResource(Supplier<Optional<PluginShelf>> shelf, Scope scope) {
    this.shelf = shelf;
    this.scope = scope;
  }

  @GET
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "List the plug-ins put in, and those lately refused · 列出插件架上的插件")
  public List<ShelfView> list(@Context SecurityContext security) {
    return shelf(Callers.viewer(security)).list().stream().map(ShelfView::of).toList();
  }

  @GET
  @Path("{name}")
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "Tell why a plug-in stands where it stands · 说明插件的状态及原因")
  public List<ShelfView> why(
      @PathParam("name") @Size(max = 200) @Pattern(regexp = NAME) String name,
      @Context SecurityContext security) {
    return called(shelf(Callers.viewer(security)), name).stream().map(ShelfView::of).toList();
  }

  /**
   * Put in what a file holds.
   *
   * @param file what people call it; its end tells a KAR from a jar
   * @throws IOException when the file is too large, or cannot be written down
   */
  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "Put in a jar or KAR, or update to it · 装入或更新插件（jar 或 KAR）")
  public ChangeView install(
      @QueryParam("file") @DefaultValue("upload.jar") @Size(max = 100) @Pattern(regexp = FILE) String file,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_OCTET_STREAM,
                      schema = @Schema(type = "string", format = "binary")))
          InputStream body,
      @Context SecurityContext security)
      throws IOException {
    Viewer viewer = Callers.viewer(security);
    PluginShelf there = shelf(viewer);
    try (Upload upload = Upload.of(body, file)) {
      Outcome outcome = there.install(upload.file(), file);
      return done(viewer, "plug-in.installed", file, outcome, outcome.sentences());
    }
  }

  @DELETE
  @Path("{name}")
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "Take a plug-in out; what it has stored stays · 移除插件，其数据保留")
  public ChangeView remove(
      @PathParam("name") @Size(max = 200) @Pattern(regexp = NAME) String name,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    PluginShelf there = shelf(viewer);
    String subject = called(there, name).get(0).name();
    Outcome outcome = there.remove(name);
    return done(viewer, "plug-in.removed", subject, outcome, outcome.sentences());
  }

  @POST
  @Path("{name}/rollback")
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "Go back to the version in use before · 退回插件的上一版本")
  public ChangeView rollback(
      @PathParam("name") @Size(max = 200) @Pattern(regexp = NAME) String name,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    PluginShelf there = shelf(viewer);
    String subject = called(there, name).get(0).name();
    Outcome outcome = there.rollback(name);
    return done(viewer, "plug-in.rolled-back", subject, outcome, outcome.sentences());
  }

  /** A plug-in works for the whole city, so it is for those who may do everything there. */
  private PluginShelf shelf(Viewer viewer) {
    if (!scope.coversAll(viewer)) {
      throw Trouble.WHOLE_CITY_ONLY.problem();
    }
    return shelf.get().orElseThrow(Trouble.NO_SHELF::problem);
  }

  private static List<ShelfEntry> called(PluginShelf there, String name) {
    List<ShelfEntry> meant = there.list().stream().filter(entry -> entry.isCalled(name)).toList();
    if (meant.isEmpty()) {
      throw Trouble.NO_PLUG_IN.problem(name);
    }
    return meant;
  }

  private static ChangeView done(
      Viewer viewer, String action, String subject, Outcome outcome, List<Wording> sentences) {
    if (outcome instanceof Outcome.Refused) {
      throw Trouble.SHELF_UNCHANGED.because("plug-in", sentences);
    }
    Audit.note(viewer, action, subject, english(sentences));
    return new ChangeView(sentences);
  }

  private static String english(List<Wording> sentences) {
    return sentences.stream().map(Wording::en).collect(Collectors.joining(" "));
  }
}
