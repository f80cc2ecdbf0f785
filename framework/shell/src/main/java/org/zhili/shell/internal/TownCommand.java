package org.zhili.shell.internal;

import java.io.PrintStream;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;
import org.zhili.core.town.Town;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/**
 * A command on the town, in the language of the console: {@code zhili.lang=en}, or the machine's.
 */
abstract class TownCommand implements Action {
  private static final Words OWN = Words.beside(TownCommand.class);

  @Reference private @Nullable Town town;
  @Reference private @Nullable Session session;

  @Override
  public final @Nullable Object execute() {
    run(town());
    return null;
  }

  abstract void run(Town town);

  final Town town() {
    Town there = town;
    if (there == null) {
      throw new IllegalStateException("the console runs commands only while the town is open");
    }
    return there;
  }

  final Language language() {
    Session console = session;
    Object chosen = console == null ? null : console.get("zhili.lang");
    String wanted = chosen == null ? Locale.getDefault().getLanguage() : chosen.toString();
    return wanted.startsWith("zh") ? Language.ZH : Language.EN;
  }

  /** Print words of the shell's own. */
  final void say(String key, Object... arguments) {
    String[] shown = new String[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      shown[i] = String.valueOf(arguments[i]);
    }
    line(OWN.render(Text.of("shell." + key, shown), language()));
  }

  /** Print words of the town or a plug-in. */
  final void say(Text text) {
    line(town().words().render(text, language()));
  }

  final String in(Wording wording) {
    return wording.in(language());
  }

  final void line(String line) {
    Session console = session;
    if (console != null) {
      PrintStream out = console.getConsole();
      out.println(line);
    }
  }
}
