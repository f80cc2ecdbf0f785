package org.zhili.shell.internal;

import java.util.Objects;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;
import org.zhili.core.town.Town;
import org.zhili.core.town.TownStores;
import org.zhili.text.Text;

/** A command on the town. While the town is closed, it says what is missing. */
abstract class TownCommand extends SpokenCommand {
  @Reference(optional = true)
  private @Nullable Town town;

  @Reference(optional = true)
  private @Nullable TownStores stores;

  @Override
  final void run() {
    if (town != null) {
      run(town);
    } else {
      say(stores == null ? "closed.stores" : "closed.city");
    }
  }

  /** Run without a console's injection. */
  final void execute(@Nullable Town there, Session console) {
    town = there;
    speakTo(console);
    execute();
  }

  abstract void run(Town town);

  final Town town() {
    return Objects.requireNonNull(town, "a command runs only while the town is open");
  }

  /** Print words of the town or a plug-in. */
  final void say(Text text) {
    line(town().words().render(text, language()));
  }
}
