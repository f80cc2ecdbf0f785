package org.zhili.frame;

/**
 * Which part of a message a frame is. Parts with the same {@code of} from one station are joined
 * when all of them are there: the driver gets them one after the other, in the order of their
 * numbers. Another first part begins a new message and ends the wait for the older one.
 *
 * @param of tells messages of one station apart, such as their own number, the command and the
 *     number of parts
 * @param number from 1
 * @param count how many parts the message has, 2 at least
 * @param standsAlone whether a driver can read it without the others. Such a part is handed over by
 *     itself when the others are long in coming, since its station may wait for an answer before it
 *     sends the next; another one is dropped then, unanswered, and comes again. What does not stand
 *     alone is joined only when it came in one row, from the first part to the last, with nothing
 *     else of its station in between; so a protocol without numbers of messages mixes none.
 */
public record Part(String of, int number, int count, boolean standsAlone) {
  public Part {
    if (count < 2 || number < 1 || number > count) {
      throw new IllegalArgumentException("there is no part " + number + " of " + count);
    }
  }
}
