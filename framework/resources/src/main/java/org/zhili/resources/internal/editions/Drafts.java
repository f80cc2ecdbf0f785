package org.zhili.resources.internal.editions;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhili.casework.CaseTypeRef;
import org.zhili.city.Area;
import org.zhili.city.Unit;
import org.zhili.citypack.CaseTypeJson;
import org.zhili.citypack.Fault;
import org.zhili.citypack.PackPart;
import org.zhili.citypack.Parsed;
import org.zhili.core.casework.CaseTypes;
import org.zhili.core.edition.Content;
import org.zhili.core.edition.Edition;
import org.zhili.core.edition.Editions;
import org.zhili.core.town.Town;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.resources.internal.Trouble;

/** Reads drafts as files of a city pack are read, and writes what holds as such files. */
public final class Drafts {
  private final CaseTypes types;
  private final Editions editions;
  private final TypeDrafts ofTypes;

  public Drafts(Town town) {
    this.types = town.types();
    this.editions = town.editions();
    this.ofTypes = new TypeDrafts(town);
  }

  /** A draft that was read, or all that is wrong with it. */
  record Reading(Optional<Content> content, List<FaultView> faults) {
    /** Take the draft, or refuse it with all its faults. */
    Content orRefused() {
      return content.orElseThrow(
          () ->
              Trouble.DRAFT_FAULTY.because(
                  faults.stream().map(FaultView::place).toList(),
                  faults.stream().map(FaultView::why).toList()));
    }
  }

  /** What holds on a day, or comes first after it. A case type that nobody brings is no part. */
  Content on(LocalDate day, String part) {
    return find(day, part)
        .or(() -> first(day, part).map(editions::content))
        .orElseThrow(() -> Trouble.NO_PART.problem(part));
  }

  /** The edition that says it; none where the pack or a module does. */
  Optional<Integer> number(LocalDate day, String part) {
    return editions
        .on(day, part)
        .or(() -> find(day, part).isPresent() ? Optional.empty() : first(day, part))
        .map(Edition::number);
  }

  /** Of a new case type, the edition that makes it. */
  private Optional<Edition> first(LocalDate day, String part) {
    return editions.of(part).stream()
        .filter(edition -> edition.from().isAfter(day) && editions.holds(edition))
        .min(Comparator.comparing(Edition::from));
  }

  /** What holds on a day; empty for a case type that is not there on it. */
  Optional<Content> find(LocalDate day, String part) {
    return editions
        .on(day, part)
        .map(editions::content)
        .filter(content -> !(content instanceof Content.Type) || isHighest(content, part, day))
        .or(() -> table(part))
        .or(() -> types.current(part).map(Content.Type::new));
  }

  /** A module that came since may bring a higher version. */
  private boolean isHighest(Content content, String part, LocalDate day) {
    return day.isAfter(editions.today())
        || types
            .current(part)
            .filter(now -> now.version() > ((Content.Type) content).type().version())
            .isEmpty();
  }

  private Optional<Content> table(String part) {
    return editions.underneath(part).filter(content -> !(content instanceof Content.Type));
  }

  /** What the pack says; of a case type the version the first edition followed. */
  Optional<Content> beforeAll(String part, List<Edition> all) {
    return table(part)
        .or(
            () ->
                all.stream()
                    .findFirst()
                    .map(editions::content)
                    .map(first -> ((Content.Type) first).type())
                    .filter(first -> first.version() > 1)
                    .map(first -> types.of(new CaseTypeRef(first.id(), first.version() - 1)))
                    .map(Content.Type::new));
  }

  Reading read(String part, String text) {
    return switch (part) {
      case Content.CALENDAR -> reading(text, PackPart.calendar(text), Content.Days::new);
      case Content.CATALOGUE -> reading(text, catalogue(text), Content.Rows::new);
      default -> type(part, text);
    };
  }

  private Parsed<List<CatalogueRow>> catalogue(String text) {
    return PackPart.catalogue(
        text,
        editions.pack().areas().stream().map(Area::id).collect(Collectors.toSet()),
        editions.pack().units().stream().map(Unit::id).collect(Collectors.toSet()));
  }

  /** What is wrong with something that was published, by what else the city has today. */
  List<FaultView> faults(Content content) {
    return read(content.part(), text(content)).faults();
  }

  private Reading type(String part, String text) {
    ofTypes.known(part);
    Reading read = reading(text, CaseTypeJson.read(text, TypeDrafts.file(part)), Content.Type::new);
    List<FaultView> faults =
        read.content().stream()
            .flatMap(draft -> ofTypes.faults(part, ((Content.Type) draft).type()).stream())
            .toList();
    return faults.isEmpty() ? read : new Reading(Optional.empty(), faults);
  }

  /** A new case type to begin with, made like another or the smallest there can be. */
  Content template(String part, Optional<String> like) {
    return new Content.Type(ofTypes.template(part, like));
  }

  private static <T> Reading reading(String text, Parsed<T> parsed, Function<T, Content> made) {
    List<Fault> faults = parsed.faults();
    return faults.isEmpty()
        ? new Reading(Optional.of(made.apply(parsed.orThrow())), List.of())
        : new Reading(
            Optional.empty(), faults.stream().map(fault -> FaultView.of(text, fault)).toList());
  }

  static String text(Content content) {
    if (content instanceof Content.Days calendar) {
      return PackPart.calendar(calendar.days());
    } else if (content instanceof Content.Rows catalogue) {
      return PackPart.catalogue(catalogue.rows());
    }
    return CaseTypeJson.write(((Content.Type) content).type());
  }
}
