package org.zhili.core.timer;

/** Somebody is away; nothing is written, and the timer stays. */
record NotYet(Missing missing) implements TimerHandler.Effect {
  @Override
  public void apply() {
    throw new IllegalStateException(missing.toString());
  }
}
