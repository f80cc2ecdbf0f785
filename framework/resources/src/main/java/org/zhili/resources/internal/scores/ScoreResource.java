package org.zhili.resources.internal.scores;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zhili.access.Allowed;
import org.zhili.access.Role;
import org.zhili.access.Viewer;
import org.zhili.city.Unit;
import org.zhili.core.city.CityBooks;
import org.zhili.core.grading.GradingRun;
import org.zhili.core.grading.ScoreCard;
import org.zhili.id.UnitId;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Form;
import org.zhili.resources.internal.Periods;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.security.Audit;
import org.zhili.scoring.GradingPeriod;
import org.zhili.scoring.Subject;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/** Grades of units; a unit sees its own, and those of the units below it. */
@Path("scores")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "scores")
public final class ScoreResource {
  private final GradingRun grading;
  private final CityBooks books;
  private final Scope scope;
  private final Supplier<Words> words;

  /**
   * Set up.
   *
   * @param words the words of the town, for why nothing could be graded
   */
  public ScoreResource(GradingRun grading, CityBooks books, Scope scope, Supplier<Words> words) {
    this.grading = grading;
    this.books = books;
    this.scope = scope;
    this.words = words;
  }

  @POST
  @Path("runs")
  @Allowed(Role.SUPERVISOR)
  @Operation(summary = "Grade all units over a period · 对一个时段评分")
  public List<ScoreView> run(@Valid @NotNull PeriodBody period, @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    if (!scope.coversAll(viewer)) {
      throw Trouble.WHOLE_CITY_ONLY.problem();
    }
    GradingRun.Result result = grading.grade(Periods.of(period.from(), period.to()));
    if (result instanceof GradingRun.Result.Done done) {
      Audit.note(viewer, "scores.graded", period.from() + " to " + period.to());
      return done.cards().stream().map(this::brief).toList();
    }
    throw Trouble.NOT_GRADED.because(words.get().render(((GradingRun.Result.Failed) result).why()));
  }

  @GET
  @Allowed({Role.SUPERVISOR, Role.OPERATOR, Role.ADMINISTRATOR, Role.UNIT})
  @Operation(summary = "List grades of a period, or of the latest, best first · 列出评分，缺省为最近时段")
  public List<ScoreView> list(
      @QueryParam("from") @Size(max = 20) @Nullable String from,
      @QueryParam("to") @Size(max = 20) @Nullable String to,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    return Periods.asked(from, to)
        .or(() -> grading.latest(Optional.empty()))
        .map(grading::cards)
        .orElse(List.of())
        .stream()
        .filter(card -> sees(viewer, card.subject()))
        .map(this::brief)
        .toList();
  }

  @GET
  @Path("{unit}")
  @Allowed({Role.SUPERVISOR, Role.OPERATOR, Role.ADMINISTRATOR, Role.UNIT})
  @Operation(summary = "Read a unit's grade, the latest if no days are given · 查看单位评分明细，缺省为最近时段")
  public ScoreView read(
      @PathParam("unit") @Size(max = 64) @Pattern(regexp = Form.ID) String unit,
      @QueryParam("from") @Size(max = 20) @Nullable String from,
      @QueryParam("to") @Size(max = 20) @Nullable String to,
      @Context SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    Optional<GradingPeriod> period = Periods.asked(from, to);
    Subject subject = new Subject(Subject.Kind.UNIT, Form.id("unit", unit, UnitId::new).value());
    return Optional.of(subject)
        .filter(asked -> sees(viewer, asked))
        .flatMap(
            asked ->
                period
                    .or(() -> grading.latest(Optional.of(asked)))
                    .flatMap(graded -> grading.card(asked, graded)))
        .map(this::view)
        .orElseThrow(() -> Trouble.NO_SCORE.problem(unit));
  }

  private boolean sees(Viewer viewer, Subject subject) {
    return switch (subject.kind()) {
      case UNIT -> scope.sees(viewer, new UnitId(subject.id()));
      case DISTRICT, POST -> Scope.ofTownHall(viewer) && scope.coversAll(viewer);
    };
  }

  private ScoreView view(ScoreCard card) {
    return ScoreView.of(card, name(card));
  }

  private ScoreView brief(ScoreCard card) {
    return ScoreView.brief(card, name(card));
  }

  private Optional<Wording> name(ScoreCard card) {
    return books.unit(new UnitId(card.subject().id())).map(Unit::name);
  }
}
