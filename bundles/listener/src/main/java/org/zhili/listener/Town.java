package org.zhili.listener;

import java.time.InstantSource;
import org.zhili.frame.Stations;
import org.zhili.message.MessageInlet;

/** What a listener needs of the town. */
public record Town(Stations stations, MessageInlet inlet, InstantSource clock) {}
