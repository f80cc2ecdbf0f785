package org.zhili.resources.internal.editions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.casework.CaseType;
import org.zhili.core.edition.Edition;
import org.zhili.core.edition.Editions;
import org.zhili.core.town.Town;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.security.Audit;
import org.zhili.resources.seen.Seen;
import org.zhili.text.Wording;

/** The city's dated data (城市数据): calendar, catalogue and case types, in editions. */
@Path("editions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Allowed(Role.ADMINISTRATOR)
@Tag(name = "editions")
public final class EditionResource {
  private static final Logger LOG = LoggerFactory.getLogger(EditionResource.class);
  static final String PART = "[a-z][a-z0-9.-]{0,99}";
  private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

  private final Drafts drafts;
  private final Previews previews;
  private final Town town;
  private final Editions editions;
  private final EditionViews views;
  private final Scope scope;

  public EditionResource(Drafts drafts, Previews previews, Town town, Scope scope) {
    this.drafts = drafts;
    this.previews = previews;
    this.town = town;
    this.editions = town.editions();
    this.views = new EditionViews(drafts, editions);
    this.scope = scope;
  }

  @GET
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "List what of the city's data can be edited · 列出可编辑的城市数据")
  public List<PartView> list(@Context SecurityContext security) {
    EditionViews.wholeCity(scope, security);
    Stream<PartView> types =
        Stream.concat(town.types().current().stream(), coming())
            .sorted(Comparator.comparing(CaseType::id))
            .map(type -> part(type.id(), Optional.of(type.name())));
    Stream<PartView> tables =
        EditionViews.TABLES.stream().map(table -> part(table, Optional.empty()));
    return Stream.concat(tables, types).toList();
  }

  /** New case types whose day has not come yet. */
  private Stream<CaseType> coming() {
    return editions.parts().stream()
        .filter(part -> !EditionViews.TABLES.contains(part) && town.types().current(part).isEmpty())
        .filter(part -> editions.of(part).stream().anyMatch(editions::holds))
        .map(part -> drafts.on(editions.today(), part))
        .map(content -> ((org.zhili.core.edition.Content.Type) content).type());
  }

  private PartView part(String part, Optional<Wording> name) {
    LocalDate today = editions.today();
    return new PartView(
        part,
        name,
        editions.on(today, part).map(Edition::number),
        editions.of(part).stream()
            .filter(edition -> edition.from().isAfter(today) && editions.holds(edition))
            .map(Edition::from)
            .min(Comparator.naturalOrder()));
  }

  @GET
  @Path("{part}")
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "Read what holds on a day, as the pack's file · 查看某日有效的内容")
  @ApiResponse(content = @Content(schema = @Schema(implementation = TextView.class)))
  public Response read(
      @PathParam("part") @Size(max = 100) @Pattern(regexp = PART) String part,
      @QueryParam("on") @Size(max = 10) @Pattern(regexp = DAY) @Nullable String on,
      @Context SecurityContext security) {
    EditionViews.wholeCity(scope, security);
    LocalDate day = on == null ? editions.today() : day(on);
    Editions.State state = editions.state(part);
    org.zhili.core.edition.Content content = drafts.on(day, part);
    TextView view = views.text(content, day, drafts.number(day, part), drafts.faults(content));
    return Response.ok(view).tag(Seen.tag(state)).build();
  }

  @GET
  @Path("{part}/template")
  @Allowed(Role.ADMINISTRATOR)
  @Operation(
      summary =
          "Begin a new case type, made like another or the smallest there can be; keeps nothing"
              + " · 新建案件类型的起始内容（仿照已有类型或最小类型），不保存")
  public TextView template(
      @PathParam("part") @Size(max = 100) @Pattern(regexp = PART) String part,
      @QueryParam("like") @Size(max = 100) @Pattern(regexp = PART) @Nullable String like,
      @Context SecurityContext security) {
    EditionViews.wholeCity(scope, security);
    org.zhili.core.edition.Content content = drafts.template(part, Optional.ofNullable(like));
    return views.text(content, editions.today(), Optional.empty(), List.of());
  }

  private static LocalDate day(String on) {
    try {
      return LocalDate.parse(on);
    } catch (DateTimeException e) {
      throw Trouble.WRONG_PERIOD.at("on", on, on);
    }
  }

  @POST
  @Path("{part}/check")
  @Allowed(Role.ADMINISTRATOR)
  @Operation(summary = "Check a draft; answers every fault with its place · 检查草稿，列出全部错误及位置")
  public List<FaultView> check(
      @PathParam("part") @Size(max = 100) @Pattern(regexp = PART) String part,
      @Valid @NotNull DraftBody body,
      @Context SecurityContext security) {
    EditionViews.wholeCity(scope, security);
    return drafts.read(part, body.text()).faults();
  }

  @POST
  @Path("{part}/preview")
  @Allowed(Role.ADMINISTRATOR)
  @Operation(
      summary =
          "Tell what a draft would have made of the cases of last month, or of other days"
              + " · 预演草稿：上个月（或所选时段）若按此执行")
  public PreviewView preview(
      @PathParam("part") @Size(max = 100) @Pattern(regexp = PART) String part,
      @Valid @NotNull PreviewBody body,
      @Context SecurityContext security) {
    EditionViews.wholeCity(scope, security);
    return previews.of(drafts.read(part, body.text()).orRefused(), body);
  }

  @POST
  @Path("{part}")
  @Allowed(Role.ADMINISTRATOR)
  @Operation(
      summary =
          "Publish an edition over the one you have read, in force from a day on · 发布新版本，自指定日期起生效")
  @ApiResponse(content = @Content(schema = @Schema(implementation = EditionView.class)))
  public EditionView publish(
      @PathParam("part") @Size(max = 100) @Pattern(regexp = PART) String part,
      @Valid @NotNull PublishBody body,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Context SecurityContext security) {
    Viewer viewer = EditionViews.wholeCity(scope, security);
    Previews.near("from", Optional.of(body.from()), editions.today());
    org.zhili.core.edition.Content draft = drafts.read(part, body.text()).orRefused();
    Editions.State state = editions.state(part);
    Seen.of(ifMatch, null).check(Optional.of(state));
    Optional<org.zhili.core.edition.Content> before = drafts.find(body.from(), part);
    before.ifPresent(one -> keepsYears(one, draft, body.from()));
    Editions.Terms terms =
        new Editions.Terms(
            body.from(), body.reason(), viewer.account(), body.ahead().orElse(false));
    Optional<Editions.Refusal> refusal = editions.publish(state, versioned(draft), before, terms);
    refusal.ifPresent(why -> refuse(why, part, body.from()));
    int number = state.latest() + 1;
    Audit.note(
        viewer,
        "edition.published",
        part + " " + number,
        "from " + body.from() + ": " + body.reason());
    followSoon();
    return views.history(part).stream()
        .filter(edition -> edition.number() == number)
        .findFirst()
        .orElseThrow();
  }

  /** Without any day of a year, nobody can reckon its working time, of open cases neither. */
  private static void keepsYears(
      org.zhili.core.edition.Content before, org.zhili.core.edition.Content draft, LocalDate from) {
    if (before instanceof org.zhili.core.edition.Content.Days known
        && draft instanceof org.zhili.core.edition.Content.Days wanted) {
      Set<Integer> kept = years(wanted);
      years(known).stream()
          .filter(year -> year >= from.getYear() && !kept.contains(year))
          .min(Comparator.naturalOrder())
          .ifPresent(
              year -> {
                throw Trouble.CALENDAR_YEAR_LOST.at("text", Integer.toString(year));
              });
    }
  }

  private static Set<Integer> years(org.zhili.core.edition.Content.Days calendar) {
    return calendar.days().stream().map(day -> day.date().getYear()).collect(Collectors.toSet());
  }

  /** It is published: what cannot be put in force now is by the next beat of this node. */
  private void followSoon() {
    try {
      town.followEditions();
    } catch (RuntimeException e) {
      LOG.warn("An edition is published, and put in force a little later", e);
    }
  }

  private org.zhili.core.edition.Content versioned(org.zhili.core.edition.Content draft) {
    if (draft instanceof org.zhili.core.edition.Content.Type whole) {
      int inForce = town.types().current(whole.part()).map(CaseType::version).orElse(0);
      return editions.next(whole.type(), inForce);
    }
    return draft;
  }

  private void refuse(Editions.Refusal why, String part, LocalDate from) {
    throw switch (why) {
      case BACKDATED ->
          Trouble.EDITION_BACKDATED.at("from", from.toString(), editions.today().toString());
      case BEFORE_ANOTHER ->
          Trouble.EDITION_BEFORE_ANOTHER.at(
              "from",
              editions.of(part).stream()
                  .filter(editions::holds)
                  .map(Edition::from)
                  .max(Comparator.naturalOrder())
                  .map(LocalDate::toString)
                  .orElse(""));
      case NOTHING_NEW -> Trouble.EDITION_SAME.problem();
      case OUTRUN -> Trouble.SEEN_ANOTHER.problem();
    };
  }
}
