package org.zhili.core.plugin;

import java.util.List;
import org.zhili.text.Text;

/** A plug-in's stay at the gate, held by the door that let it in. Thread-safe. */
public interface Membership extends AutoCloseable {
  /** Who it is; its own id, once it has introduced itself. */
  PluginIdentity identity();

  Verdict verdict();

  /**
   * Let the plug-in leave: its reserve takes over at once, it is asked nothing new, and calls in
   * flight are awaited for as long as the drain limit allows; what has not come back by then is
   * answered {@link Answer.Withdrawn}. Closing again waits for the same calls. From inside a call
   * of the same plug-in, all calls are awaited but those it is made from.
   */
  @Override
  void close();

  /** What the gate decided. */
  sealed interface Verdict {
    /** It is in use, or in reserve behind another of the same id. */
    record Admitted() implements Verdict {}

    /**
     * It is asked nothing.
     *
     * @param reasons a sentence each
     */
    record Refused(List<Text> reasons) implements Verdict {
      public Refused {
        reasons = List.copyOf(reasons);
      }
    }
  }
}
