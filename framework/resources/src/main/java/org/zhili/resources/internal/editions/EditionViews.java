package org.zhili.resources.internal.editions;

import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhili.access.Viewer;
import org.zhili.core.casework.SideRights;
import org.zhili.core.edition.Content;
import org.zhili.core.edition.Edition;
import org.zhili.core.edition.Editions;
import org.zhili.resources.internal.Callers;
import org.zhili.resources.internal.Scope;
import org.zhili.resources.internal.Trouble;
import org.zhili.resources.seen.Seen;

/** What is shown of editions, and of what holds. */
final class EditionViews {
  /** The parts that are tables; all others are case types. */
  static final List<String> TABLES = List.of(Content.CALENDAR, Content.CATALOGUE);

  private final Drafts drafts;
  private final Editions editions;

  EditionViews(Drafts drafts, Editions editions) {
    this.drafts = drafts;
    this.editions = editions;
  }

  /** Who asks, if they answer for the whole city. */
  static Viewer wholeCity(Scope scope, SecurityContext security) {
    Viewer viewer = Callers.viewer(security);
    if (!scope.coversAll(viewer)) {
      throw Trouble.WHOLE_CITY_ONLY.problem();
    }
    return viewer;
  }

  TextView text(Content content, LocalDate day, Optional<Integer> number, List<FaultView> faults) {
    return new TextView(
        content.part(),
        day,
        number,
        Drafts.text(content),
        "\"" + Seen.tag(editions.state(content.part())).getValue() + "\"",
        editions.today(),
        TABLES.contains(content.part()) ? List.of() : SideRights.usual(),
        faults);
  }

  /** The editions of a part, newest first. */
  List<EditionView> history(String part) {
    Optional<Edition> now = editions.on(editions.today(), part);
    return editions.of(part).stream()
        .sorted(Comparator.comparingInt(Edition::number).reversed())
        .map(edition -> view(edition, standing(edition, now)))
        .toList();
  }

  private EditionView view(Edition edition, EditionView.Standing standing) {
    boolean counts =
        standing == EditionView.Standing.IN_FORCE || standing == EditionView.Standing.WAITING;
    Content content = editions.content(edition);
    return new EditionView(
        edition.number(),
        edition.from(),
        edition.reason(),
        edition.by(),
        edition.at(),
        standing,
        content instanceof Content.Type type && type.type().version() == 1,
        counts ? drafts.faults(content) : List.of());
  }

  private EditionView.Standing standing(Edition edition, Optional<Edition> now) {
    if (!editions.holds(edition)) {
      return EditionView.Standing.OVERTAKEN;
    } else if (edition.from().isAfter(editions.today())) {
      return EditionView.Standing.WAITING;
    }
    return now.equals(Optional.of(edition))
        ? EditionView.Standing.IN_FORCE
        : EditionView.Standing.PAST;
  }
}
