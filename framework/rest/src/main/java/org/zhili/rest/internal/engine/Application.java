package org.zhili.rest.internal.engine;

import java.util.List;

/**
 * What is to be served together.
 *
 * @param resources in the order they were ranked, highest first
 * @param extensions in the order they were ranked, highest first
 * @param guarded whether an extension among them checks who calls
 * @param townOpen whether the town's own resources are all among them
 * @param challenge how that extension wants callers without a login to be asked, as in the header
 *     {@code WWW-Authenticate}
 */
public record Application(
    List<Part> resources,
    List<Part> extensions,
    boolean guarded,
    boolean townOpen,
    String challenge) {
  public Application {
    resources = List.copyOf(resources);
    extensions = List.copyOf(extensions);
  }

  boolean has(Part part) {
    return resources.contains(part) || extensions.contains(part);
  }
}
