package org.zhili.core.city;

import java.util.List;

/**
 * What a broker of the city's needs to let in exactly those whom the town lets in.
 *
 * @param files for whoever runs that broker to put in their place
 * @param leftOut names of accounts that broker cannot have
 */
public record BrokerAccounts(List<File> files, List<String> leftOut) {
  public BrokerAccounts {
    files = List.copyOf(files);
    leftOut = List.copyOf(leftOut);
  }

  public record File(String name, String content) {}
}
