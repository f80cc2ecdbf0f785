package org.zhili.shell.internal;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/** A command that speaks the language of the console: {@code zhili.lang=en}, or the machine's. */
abstract class SpokenCommand implements Action {
  private static final Words OWN = Words.beside(SpokenCommand.class);

  /** What would move the cursor, or the direction of writing, when shown. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  @Reference private @Nullable Session session;

  @Override
  public final @Nullable Object execute() {
    run();
    return null;
  }

  abstract void run();

  /** Speak to this console, without its injection. */
  final void speakTo(Session console) {
    session = console;
  }

  /** Who is at the console. */
  final String user() {
    Session console = session;
    Object user = console == null ? null : console.get("USER");
    return user == null ? "shell" : user.toString();
  }

  final Language language() {
    return language(session);
  }

  static Language language(@Nullable Session console) {
    Object chosen = console == null ? null : console.get("zhili.lang");
    String wanted = chosen == null ? Locale.getDefault().getLanguage() : chosen.toString();
    return wanted.startsWith("zh") ? Language.ZH : Language.EN;
  }

  /** Print words of the shell's own. */
  final void say(String key, Object... arguments) {
    line(words(key, arguments));
  }

  /** Words of the shell's own. */
  final String words(String key, Object... arguments) {
    String[] shown = new String[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      shown[i] = String.valueOf(arguments[i]);
    }
    return OWN.render(Text.of("shell." + key, shown), language());
  }

  /** The word for a value people know by another name than programs do. */
  final String word(Enum<?> value) {
    String type = value.getDeclaringClass().getSimpleName();
    String kind = type.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    return words("word." + kind + "." + value.name());
  }

  /** How many there are of each. */
  final String counts(Map<? extends Enum<?>, ? extends Number> counts) {
    String all =
        counts.entrySet().stream()
            .map(each -> word(each.getKey()) + " " + each.getValue())
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? words("none") : all;
  }

  final String in(Wording wording) {
    return wording.in(language());
  }

  final void line(String line) {
    Session console = session;
    if (console != null) {
      PrintStream out = console.getConsole();
      out.println(printable(line));
    }
  }

  static String printable(String line) {
    return UNPRINTABLE.matcher(line).replaceAll("\uFFFD");
  }
}
