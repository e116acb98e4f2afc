package io.sluice.adapter.journal;

/**
 * What was cut off the end of a journal when it was opened: frames whose durability was never told
 * to anyone.
 *
 * @param position where the first frame that is gone began
 * @param bytes how many bytes stood there and after
 */
public record TailCut(long position, long bytes, String why) {}
