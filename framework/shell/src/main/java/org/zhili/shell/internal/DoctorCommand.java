package org.zhili.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.zhili.core.shelf.PluginShelf;
import org.zhili.core.shelf.ShelfEntry;
import org.zhili.core.town.Doctor;
import org.zhili.core.town.Town;
import org.zhili.text.Wording;

/** What is wrong, and what to do about it. */
@Service
@Command(
    scope = "zhili",
    name = "doctor",
    description = "有什么问题，怎么办 / what is wrong, and what to do about it")
public final class DoctorCommand extends TownCommand {
  private static final String KEPT_OUT = "ZL-1344";

  @Option(name = "--deep", description = "同时核验全部留痕 / verify every trace too")
  private boolean deep;

  @Reference(optional = true)
  private @Nullable PluginShelf shelf;

  /** Look at this shelf, too, without a console's injection. */
  DoctorCommand at(PluginShelf there) {
    shelf = there;
    return this;
  }

  /** Plug-ins that were put in, and are not let run any more. */
  private static List<Wording> keptOut(PluginShelf there) {
    return there.list().stream()
        .filter(entry -> entry.state() == ShelfEntry.State.KEPT_OUT)
        .flatMap(entry -> entry.why().stream())
        .toList();
  }

  @Override
  void run(Town town) {
    Doctor doctor = new Doctor(town);
    List<Doctor.Finding> findings = deep ? doctor.lookDeeply() : doctor.look();
    List<Wording> keptOut = shelf == null ? List.of() : keptOut(shelf);
    if (findings.isEmpty() && keptOut.isEmpty()) {
      say("doctor.well");
    }
    keptOut.forEach(why -> line("[!] " + KEPT_OUT + " " + in(why)));
    for (Doctor.Finding finding : findings) {
      line(
          (finding.level() == Doctor.Level.FAULT ? "[!] " : "[ ] ")
              + finding.code()
              + " "
              + town.words().render(finding.why(), language()));
    }
  }
}
