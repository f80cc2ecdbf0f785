package org.zhili.resources.internal.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.zhili.access.Allowed;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.security.ViewerPrincipal;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/** The pages that modules bring to the console (控制台页面). */
@Path("pages")
@Tag(name = "console")
public final class PageResource {
  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "json", "application/json");

  private final Pages pages;
  private final Function<Text, Wording> words;

  public PageResource(Pages pages, Function<Text, Wording> words) {
    this.pages = pages;
    this.words = words;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Allowed(Allowed.ANYONE)
  @Operation(summary = "List the pages of modules that the caller may open · 列出可打开的模块页面")
  public List<PageView> list(@Context SecurityContext security) {
    return pages.of(ViewerPrincipal.viewer(security)).stream().map(this::view).toList();
  }

  private PageView view(Pages.Page page) {
    return new PageView(
        page.page().path(),
        words.apply(page.page().title()),
        page.module(),
        "pages/" + page.module() + "/" + page.edition() + "/" + page.page().script());
  }

  @GET
  @Path("{module}/{edition}/{file}")
  @Produces(MediaType.WILDCARD)
  @Allowed(Allowed.ANYONE)
  @Operation(summary = "Read a file of a module's pages · 读取模块页面的文件")
  public Response file(
      @PathParam("module") @Size(max = 32) @Pattern(regexp = Form.LINE) String module,
      @PathParam("edition") @Size(max = 16) @Pattern(regexp = "[0-9a-f]{16}") String edition,
      @PathParam("file") @Size(max = 70) @Pattern(regexp = "[a-z0-9-]{1,64}\\.[a-z]{2,4}") String file,
      @Context SecurityContext security) {
    String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
    byte[] content =
        pages
            .file(ViewerPrincipal.viewer(security), module, edition, file)
            .filter(found -> type != null)
            .orElseThrow(() -> Trouble.NO_PAGE.problem(file));
    return Response.ok(content, type).header("Cache-Control", "private, no-cache").build();
  }
}
