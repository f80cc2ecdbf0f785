package org.zhili.core.ingest;

import java.util.List;

/** Puts messages where the pipeline would put them, for tests of those who show them. */
public final class SampleFrames {
  private SampleFrames() {}

  public static void heard(Frames frames, Frame... some) {
    frames.remember(List.of(some));
  }
}
