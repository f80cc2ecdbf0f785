package org.zhili.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhili.citypack.Fault;
import org.zhili.core.plugin.PluginIdentity;
import org.zhili.text.Language;
import org.zhili.text.Text;
import org.zhili.text.Wording;
import org.zhili.text.Words;

/**
 * Says why a town could not be opened or served as it is set up: one sentence with cause and
 * remedy.
 */
public final class SetupFault extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Words WORDS = Words.beside(SetupFault.class);

  private final String code;
  private final String zh;
  private final String en;

  /** What may be wrong with a set-up. */
  enum Code {
    CITY_MISSING("ZL-1701", "city-missing"),
    CITY_FAULTY("ZL-1702", "city-faulty"),
    STORAGE_MISSING("ZL-1703", "storage-missing"),
    STORAGE_FOREIGN("ZL-1704", "storage-foreign"),
    STORAGE_AWAY("ZL-1705", "storage-away"),
    TABLES_UNFIT("ZL-1706", "tables-unfit"),
    TABLES_NEWER("ZL-1707", "tables-newer"),
    PLUG_IN_UNMADE("ZL-1708", "plug-in-unmade"),
    PLUG_IN_REFUSED("ZL-1709", "plug-in-refused"),
    RESOURCE_UNMADE("ZL-1280", "resource-unmade");

    private final String number;
    private final String key;

    Code(String number, String key) {
      this.number = number;
      this.key = "embedded." + key;
    }
  }

  private SetupFault(Code code, Wording why, @Nullable Throwable cause) {
    super(code.number + " " + why.zh() + " / " + why.en(), cause);
    this.code = code.number;
    zh = why.zh();
    en = why.en();
  }

  static SetupFault of(Code code, String... arguments) {
    return new SetupFault(code, WORDS.render(new Text(code.key, List.of(arguments))), null);
  }

  static SetupFault of(Code code, Throwable cause, String... arguments) {
    return new SetupFault(code, WORDS.render(new Text(code.key, List.of(arguments))), cause);
  }

  static SetupFault ofCity(Path folder, List<Fault> faults) {
    return inEach(
        Code.CITY_FAULTY,
        language ->
            List.of(
                folder.toString(),
                Integer.toString(faults.size()),
                faults.stream().map(f -> f.in(language)).collect(Collectors.joining(" · "))));
  }

  static SetupFault ofPlugIn(PluginIdentity plugIn, List<Wording> reasons) {
    return inEach(
        Code.PLUG_IN_REFUSED,
        language ->
            List.of(
                plugIn.toString(),
                reasons.stream().map(r -> r.in(language)).collect(Collectors.joining(" "))));
  }

  /** Arguments that are sentences themselves differ by language. */
  private static SetupFault inEach(Code code, Function<Language, List<String>> arguments) {
    Function<Language, String> said =
        language -> WORDS.render(new Text(code.key, arguments.apply(language)), language);
    Wording why = new Wording(said.apply(Language.ZH), said.apply(Language.EN));
    return new SetupFault(code, why, null);
  }

  /** Stable, such as {@code ZL-1701}. */
  public String code() {
    return code;
  }

  /** The sentence, in both languages. */
  public Wording why() {
    return new Wording(zh, en);
  }
}
