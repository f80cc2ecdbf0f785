package org.zhili.tck.internal.certificate;

/**
 * How one rule, or one part of it, went.
 *
 * @param rule the rule's words, beginning with its number
 */
record RuleResult(String rule, Verdict verdict) {
  /** From the best to the worst. */
  enum Verdict {
    SKIPPED,
    PASSED,
    FAILED
  }

  int number() {
    return Integer.parseInt(rule.substring("rule ".length(), rule.indexOf(':')));
  }

  /** The worse of two: one failing vector breaks its rule. */
  RuleResult and(Verdict other) {
    return new RuleResult(rule, verdict.compareTo(other) > 0 ? verdict : other);
  }
}
