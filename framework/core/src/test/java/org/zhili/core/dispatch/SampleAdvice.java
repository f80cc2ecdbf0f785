package org.zhili.core.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhili.id.UnitId;
import org.zhili.text.Wording;

/** Advice with something in every part of it. */
final class SampleAdvice {
  private static final Instant AT = Instant.parse("2026-11-23T07:42:00.123456001Z");

  static final Advice ADVICE =
      new Advice(
          "rules@1.2",
          Optional.of(new UnitId("works")),
          Set.of(new UnitId("gas"), new UnitId("power")),
          Set.of(new UnitId("street")),
          List.of(new UnitId("zeta"), new UnitId("alpha")),
          0.1 + 0.2,
          new Wording("权属单位 \"是\"", "The owner"),
          List.of(
              new Advice.Weighed(Wording.same("owner"), 0.75),
              new Advice.Weighed(Wording.same("load"), 0.25)),
          "2026-11",
          AT,
          new Advice.Grounds(
              3,
              Optional.of(new UnitId("works")),
              Optional.empty(),
              Optional.of("DC-01"),
              Optional.of(new UnitId("street")),
              List.of(
                  new Advice.Load(new UnitId("gas"), 7), new Advice.Load(new UnitId("works"), 0)),
              List.of(new UnitId("power"))));

  private SampleAdvice() {}
}
