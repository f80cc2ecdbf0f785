package org.zhili.resources.internal.editions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhili.casework.CaseType;
import org.zhili.casework.CaseTypeRef;
import org.zhili.casework.FilingCondition;
import org.zhili.city.Area;
import org.zhili.city.Unit;
import org.zhili.citypack.CaseTypeJson;
import org.zhili.citypack.Fault;
import org.zhili.citypack.PackPart;
import org.zhili.citypack.Parsed;
import org.zhili.core.casework.CaseTypes;
import org.zhili.core.city.CityBooks;
import org.zhili.core.edition.Content;
import org.zhili.core.edition.Edition;
import org.zhili.core.edition.Editions;
import org.zhili.dispatch.CatalogueRow;
import org.zhili.resources.internal.Trouble;
import org.zhili.rules.AlertPolicy;
import org.zhili.rules.CityRules;
import org.zhili.rules.Matter;

/** Reads drafts as files of a city pack are read, and writes what holds as such files. */
public final class Drafts {
  private final CityBooks books;
  private final CaseTypes types;
  private final Editions editions;

  public Drafts(CityBooks books, CaseTypes types, Editions editions) {
    this.books = books;
    this.types = types;
    this.editions = editions;
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

  /** What holds on a day. A case type that is not in force is no part. */
  Content on(LocalDate day, String part) {
    return editions
        .on(day, part)
        .map(editions::content)
        .filter(content -> !(content instanceof Content.Type) || isHighest(content, part, day))
        .or(() -> table(part))
        .or(() -> types.current(part).map(Content.Type::new))
        .orElseThrow(() -> Trouble.NO_PART.problem(part));
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
    CaseType now = types.current(part).orElseThrow(() -> Trouble.NO_PART.problem(part));
    Reading read =
        reading(text, CaseTypeJson.read(text, "case-types/" + part + ".json"), Content.Type::new);
    if (read.content().isEmpty()) {
      return read;
    }
    CaseType draft = ((Content.Type) read.content().get()).type();
    List<FaultView> faults = new ArrayList<>();
    if (!draft.id().equals(part)) {
      faults.add(fault(part, "/id", "draft-of-another", draft.id(), part));
    }
    Set<String> known = filings(now);
    users(part)
        .filter(user -> known.contains(user.filing()) && draft.filing(user.filing()).isEmpty())
        .map(user -> fault(part, "/filings", "filing-in-use", user.filing(), user.file()))
        .forEach(faults::add);
    return faults.isEmpty() ? read : new Reading(Optional.empty(), faults);
  }

  /** The filing conditions of a type on any day: now, by what was published, and by the pack. */
  private Set<String> filings(CaseType now) {
    Stream<CaseType> published =
        editions.of(now.id()).stream()
            .map(edition -> ((Content.Type) editions.content(edition)).type());
    Stream<CaseType> ofPack =
        editions.underneath(now.id()).stream().map(content -> ((Content.Type) content).type());
    return Stream.of(Stream.of(now), published, ofPack)
        .flatMap(Function.identity())
        .flatMap(type -> type.filings().stream())
        .map(FilingCondition::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private record User(String filing, String file) {}

  /** The filing conditions that files of the pack open cases under, on whatever day. */
  private Stream<User> users(String part) {
    CityRules rules = books.rules();
    return Stream.concat(
            rules.alerts().stream()
                .flatMap(policy -> policy.opens().stream())
                .flatMap(opens -> user(opens, part, "alerts.csv")),
            rules.matters().stream()
                .map(Matter::opens)
                .flatMap(opens -> user(opens, part, "matters.csv")))
        .distinct();
  }

  private static Stream<User> user(AlertPolicy.Opens opens, String part, String file) {
    return opens.caseType().equals(part)
        ? opens.filing().stream().map(filing -> new User(filing, file))
        : Stream.empty();
  }

  private static FaultView fault(String part, String field, String reason, String... arguments) {
    return FaultView.of(
        Trouble.DRAFT_FAULTY.code(),
        "case-types/" + part + ".json",
        field,
        Trouble.words(reason, arguments));
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
