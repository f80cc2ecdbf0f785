package org.zhili.tck.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhili.casework.CaseType;
import org.zhili.module.Contribution;
import org.zhili.module.GovernanceModule;
import org.zhili.text.Text;

/** What a module brings, looked through by kind. */
public record Brought(GovernanceModule module, List<Contribution> contributions) {
  /** A name that no other of its kind may have. */
  public record Named(String kind, String name) {}

  public Brought {
    contributions = List.copyOf(contributions);
  }

  /** Ask a module; whatever it throws breaks the rule. */
  public static Brought by(GovernanceModule module, Rule rule) {
    return new Brought(module, rule.answer("contributions()", module::contributions));
  }

  public <C extends Contribution> List<C> all(Class<C> kind) {
    return contributions.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  public List<CaseType> types() {
    return all(Contribution.Cases.class).stream().map(Contribution.Cases::type).toList();
  }

  /** The ids that begin with the module's. */
  public List<Named> ids() {
    return contributions.stream().map(Brought::id).flatMap(Optional::stream).toList();
  }

  private static Optional<Named> id(Contribution contribution) {
    if (contribution instanceof Contribution.Cases cases) {
      return Optional.of(new Named("case type", cases.type().id()));
    }
    if (contribution instanceof Contribution.Alarm alarm) {
      return Optional.of(new Named("contribution", alarm.id()));
    }
    if (contribution instanceof Contribution.Silence silence) {
      return Optional.of(new Named("contribution", silence.id()));
    }
    if (contribution instanceof Contribution.Reaction reaction) {
      return Optional.of(new Named("contribution", reaction.id()));
    }
    return contribution instanceof Contribution.Job job
        ? Optional.of(new Named("contribution", job.id()))
        : Optional.empty();
  }

  /** Names without the module's id in front: of pages and of commands. */
  public List<Named> names() {
    return Stream.concat(
            all(Contribution.Page.class).stream().map(page -> new Named("page", page.path())),
            all(Contribution.Command.class).stream()
                .map(command -> new Named("command", command.name())))
        .toList();
  }

  /** What it says of itself. */
  public List<Text> texts() {
    return Stream.of(
            Stream.of(module.info().name()),
            all(Contribution.Silence.class).stream().map(Contribution.Silence::why),
            all(Contribution.Page.class).stream().map(Contribution.Page::title),
            all(Contribution.Command.class).stream().map(Contribution.Command::help))
        .flatMap(texts -> texts)
        .toList();
  }
}
