package org.zhili.core.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.zhili.alert.Judgment;
import org.zhili.alert.Observation;
import org.zhili.core.plugin.Contributed;
import org.zhili.core.plugin.ModuleBook;
import org.zhili.module.Contribution;
import org.zhili.text.Text;
import org.zhili.text.Wording;

/**
 * The alarm rules of the modules at the gate, as the pipeline asks them. Keeps nothing of them, so
 * that a module that leaves is let go at once.
 */
public final class GateJudges implements Judges {
  private final ModuleBook modules;

  public GateJudges(ModuleBook modules) {
    this.modules = modules;
  }

  @Override
  public List<Judge> present() {
    List<Contributed<Contribution.Alarm>> alarms = modules.contributions().alarms();
    List<Judge> judges = new ArrayList<>(alarms.size());
    for (Contributed<Contribution.Alarm> alarm : alarms) {
      judges.add(new GateJudge(alarm));
    }
    return judges;
  }

  @Override
  public List<Contribution.Silence> silences() {
    return modules.contributions().silences().stream().map(Contributed::contribution).toList();
  }

  @Override
  public Wording render(Text why) {
    return modules.words().render(why);
  }

  private record GateJudge(Contributed<Contribution.Alarm> alarm) implements Judge {
    @Override
    public String id() {
      return alarm.contribution().id();
    }

    @Override
    public Object stay() {
      return alarm.module();
    }

    @Override
    public boolean isAsked() {
      return alarm.isAsked();
    }

    @Override
    public Set<String> deviceTypes() {
      return alarm.contribution().deviceTypes();
    }

    @Override
    public Set<String> metrics() {
      return alarm.contribution().metrics();
    }

    @Override
    public List<Reply<Judgment>> judge(List<Observation> observations) {
      return GateReplies.of(alarm.askEach(observations, (asked, seen) -> asked.rule().judge(seen)));
    }
  }
}
