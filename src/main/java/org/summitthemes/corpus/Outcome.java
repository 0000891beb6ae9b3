package org.summitthemes.corpus;

/** What became of an input in the end. */
public sealed interface Outcome permits ReadSpeech, Item.Rejected, Item.Skipped {
  String sourceUri();
}
