package org.zhili.module;

import java.util.List;
import org.zhili.text.Text;

/** What a command answers, line by line, in the language of whoever gave it. */
public sealed interface Reply {
  List<Text> lines();

  /** It did what it was told. */
  record Done(List<Text> lines) implements Reply {
    public Done {
      lines = List.copyOf(lines);
    }
  }

  /**
   * It could not do what it was told, or what it looked at is not well: a script that runs the
   * command sees it fail.
   *
   * @param lines why, and what to do about it
   */
  record Failed(List<Text> lines) implements Reply {
    public Failed {
      lines = List.copyOf(lines);
    }
  }

  static Reply done(Text... lines) {
    return new Done(List.of(lines));
  }

  static Reply failed(Text... lines) {
    return new Failed(List.of(lines));
  }
}
