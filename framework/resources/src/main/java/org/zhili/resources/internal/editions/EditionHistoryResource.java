package org.zhili.resources.internal.editions;

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
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.core.edition.Content;
import org.zhili.core.edition.Edition;
import org.zhili.core.edition.Editions;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.Trouble;

/** The editions there were of a part of the city's dated data (版本历史). */
@Path("editions/{part}/history")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.ADMINISTRATOR)
@Tag(name = "editions")
public final class EditionHistoryResource {
  private final Drafts drafts;
  private final Editions editions;
  private final EditionViews views;
  private final Scope scope;

  public EditionHistoryResource(Drafts drafts, Editions editions, Scope scope) {
    this.drafts = drafts;
    this.editions = editions;
    this.views = new EditionViews(drafts, editions);
    this.scope = scope;
  }

  @GET
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "List the editions, newest first · 列出各版本")
  public List<EditionView> history(
      @PathParam("part") @Size(max = 100) @Pattern(regexp = EditionResource.PART) String part,
      @Context SecurityContext security) {
    EditionViews.wholeCity(scope, security);
    return views.history(part);
  }

  @GET
  @Path("{number}")
  @Allowed(Role.ADMINISTRATOR)
  @Operation(
      summary =
          "Read an edition, or with 0 what was there before all, as the pack's file"
              + " · 查看一个版本的内容，0 为最初内容")
  public TextView edition(
      @PathParam("part") @Size(max = 100) @Pattern(regexp = EditionResource.PART) String part,
      @PathParam("number") @Size(max = 9) @Pattern(regexp = "\\d{1,9}") String number,
      @Context SecurityContext security) {
    EditionViews.wholeCity(scope, security);
    int wanted = Integer.parseInt(number);
    List<Edition> all = editions.of(part);
    Optional<Edition> edition = all.stream().filter(one -> one.number() == wanted).findFirst();
    Content content =
        edition
            .map(editions::content)
            .or(() -> wanted == 0 ? drafts.beforeAll(part, all) : Optional.empty())
            .orElseThrow(() -> Trouble.NO_EDITION.problem(part, number));
    return views.text(
        content,
        edition.map(Edition::from).orElseGet(editions::today),
        edition.map(Edition::number),
        List.of());
  }
}
