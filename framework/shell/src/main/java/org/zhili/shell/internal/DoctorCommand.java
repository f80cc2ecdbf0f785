package org.zhili.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.zhili.core.town.Doctor;
import org.zhili.core.town.Town;

/** What is wrong, and what to do about it. */
@Service
@Command(
    scope = "zhili",
    name = "doctor",
    description = "有什么问题，怎么办 / what is wrong, and what to do about it")
public final class DoctorCommand extends TownCommand {
  @Option(name = "--deep", description = "同时核验全部留痕 / verify every trace too")
  private boolean deep;

  @Override
  void run(Town town) {
    Doctor doctor = new Doctor(town);
    List<Doctor.Finding> findings = deep ? doctor.lookDeeply() : doctor.look();
    if (findings.isEmpty()) {
      say("doctor.well");
    }
    for (Doctor.Finding finding : findings) {
      line(
          (finding.level() == Doctor.Level.FAULT ? "[!] " : "[ ] ")
              + finding.code()
              + " "
              + town.words().render(finding.why(), language()));
    }
  }
}
