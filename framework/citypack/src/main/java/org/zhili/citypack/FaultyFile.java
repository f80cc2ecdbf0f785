package org.zhili.citypack;

import java.util.List;
import java.util.stream.Collectors;
import org.zhili.text.Language;

/** Thrown where a file must be sound and is not; its message lists every fault, a line each. */
public final class FaultyFile extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  FaultyFile(List<Fault> faults) {
    super(
        faults.stream()
            .map(fault -> fault.in(Language.EN) + " / " + fault.why().zh())
            .collect(Collectors.joining("\n")));
    this.faults = faults;
  }

  public List<Fault> faults() {
    return faults;
  }
}
