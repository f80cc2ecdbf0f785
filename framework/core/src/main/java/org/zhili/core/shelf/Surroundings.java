package org.zhili.core.shelf;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a newcomer finds in the town.
 *
 * @param packages those that can be had, each in these versions
 * @param reserved symbolic names of the town's own parts, which no plug-in takes the place of
 * @param installed versions and hashes of the plug-ins on the shelf, by symbolic name
 * @param java the version of Java that runs the town
 * @param freeBytes room on the disk
 */
public record Surroundings(
    Map<String, List<String>> packages,
    Set<String> reserved,
    Map<String, Kept> installed,
    String java,
    long freeBytes) {
  public Surroundings {
    packages = Map.copyOf(packages);
    reserved = Set.copyOf(reserved);
    installed = Map.copyOf(installed);
  }
}
