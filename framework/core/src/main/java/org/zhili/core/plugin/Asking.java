package org.zhili.core.plugin;

import java.util.function.BooleanSupplier;

/** One question, put to a plug-in. */
@FunctionalInterface
interface Asking<P, Q, R> {
  R ask(P plugin, Q question) throws Exception;

  /**
   * Ask, and say what came of it, whatever the plug-in throws. Only the machine's own errors pass.
   *
   * @param leaving whether the plug-in is
   */
  default Answer<R> answer(P plugin, Q question, BooleanSupplier leaving) {
    try {
      R value = ask(plugin, question);
      return value == null ? new Answer.Broke<>("it answered null") : new Answer.Given<>(value);
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (LinkageError | IllegalStateException e) {
      // what a plug-in's code meets when its bundle is gone
      return leaving.getAsBoolean()
          ? new Answer.Withdrawn<>()
          : new Answer.Broke<>(Errors.describe(e));
    } catch (Throwable e) {
      return new Answer.Broke<>(Errors.describe(e));
    }
  }
}
