package org.zhili.core.shelf;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a newcomer finds in the town.
 *
 * @param packages those that can be had, each in these versions
 * @param ownPackages those that the town's own parts offer, and nobody else may
 * @param reserved symbolic names of the town's own parts, which no plug-in takes the place of
 * @param installed versions of the plug-ins that are here, by symbolic name
 * @param java the version of Java that runs the town
 * @param freeBytes room on the disk
 */
public record Surroundings(
    Map<String, List<String>> packages,
    Set<String> ownPackages,
    Set<String> reserved,
    Map<String, String> installed,
    String java,
    long freeBytes) {
  public Surroundings {
    packages = Map.copyOf(packages);
    ownPackages = Set.copyOf(ownPackages);
    reserved = Set.copyOf(reserved);
    installed = Map.copyOf(installed);
  }
}
