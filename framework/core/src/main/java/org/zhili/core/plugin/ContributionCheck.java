package org.zhili.core.plugin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhili.casework.CaseType;
import org.zhili.module.Contribution;
import org.zhili.module.ModuleInfo;
import org.zhili.text.Text;

/** Whether what a module brings can be let in, judged by itself; neighbours are not looked at. */
final class ContributionCheck {
  private static final Pattern REST_OF_ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
  private static final Pattern COMMAND = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  private static final Pattern PAGE = COMMAND;
  private static final Pattern SCRIPT = Pattern.compile("[a-z0-9-]{1,64}\\.js");

  private final String prefix;
  private final Set<Claim> seen = new HashSet<>();
  private final List<Text> faults = new ArrayList<>();

  private ContributionCheck(String module) {
    prefix = module + ".";
  }

  /** All that is wrong with a module's contributions; empty when they may come in. */
  static List<Text> faults(ModuleInfo info, List<Contribution> contributions) {
    ContributionCheck check = new ContributionCheck(info.id());
    check.complete(info, info.id());
    int position = 0;
    for (Contribution contribution : contributions) {
      position++;
      String name = contribution.getClass().getSimpleName() + " " + position;
      if (check.complete((Record) contribution, name)) {
        check.look(contribution);
      }
    }
    return List.copyOf(check.faults);
  }

  /** Report what is null, so that the other checks need not look for it. */
  private boolean complete(Record part, String name) {
    List<String> missing = MissingParts.of(part);
    missing.forEach(path -> faults.add(Text.of("plugin.part-missing", name, path)));
    return missing.isEmpty();
  }

  private void look(Contribution contribution) {
    Claim.of(contribution).ifPresent(this::once);
    id(contribution).ifPresent(id -> prefixed("contribution", id));
    if (contribution instanceof Contribution.Cases cases) {
      type(cases.type());
    } else if (contribution instanceof Contribution.Silence silence) {
      if (silence.quiet().isNegative() || silence.quiet().isZero()) {
        faults.add(Text.of("plugin.silence-short", silence.id()));
      }
    } else if (contribution instanceof Contribution.Page page) {
      page(page);
    } else if (contribution instanceof Contribution.Command command) {
      if (!COMMAND.matcher(command.name()).matches()) {
        faults.add(Text.of("plugin.command-name", command.name()));
      }
    }
  }

  private void page(Contribution.Page page) {
    if (!PAGE.matcher(page.path()).matches()) {
      faults.add(Text.of("plugin.page-path", page.path()));
    }
    if (!SCRIPT.matcher(page.script()).matches()) {
      faults.add(Text.of("plugin.page-script", page.script()));
    }
  }

  private void type(CaseType type) {
    prefixed("type", type.id());
    if (type.version() < 1) {
      faults.add(Text.of("plugin.type-version", type.id(), Integer.toString(type.version())));
    }
    faults.addAll(CaseTypeCheck.faults(type));
  }

  private void prefixed(String kind, String id) {
    if (!id.startsWith(prefix) || !REST_OF_ID.matcher(id.substring(prefix.length())).matches()) {
      faults.add(Text.of("plugin.prefix-wrong", id, prefix));
    }
    once(new Claim(kind, id));
  }

  private void once(Claim claim) {
    if (!seen.add(claim)) {
      faults.add(Text.of("plugin.contributed-twice", claim.name()));
    }
  }

  private static Optional<String> id(Contribution contribution) {
    if (contribution instanceof Contribution.Alarm alarm) {
      return Optional.of(alarm.id());
    }
    if (contribution instanceof Contribution.Silence silence) {
      return Optional.of(silence.id());
    }
    if (contribution instanceof Contribution.Reaction reaction) {
      return Optional.of(reaction.id());
    }
    return contribution instanceof Contribution.Job job ? Optional.of(job.id()) : Optional.empty();
  }

  /** A name only one contribution may have. */
  record Claim(String kind, String name) {
    /** What only one in the whole town may have; ids are settled by their modules' prefixes. */
    static Optional<Claim> of(Contribution contribution) {
      if (contribution instanceof Contribution.Page page) {
        return Optional.of(new Claim("page", page.path()));
      }
      if (contribution instanceof Contribution.Command command) {
        return Optional.of(new Claim("command", command.name()));
      }
      return Optional.empty();
    }
  }
}
