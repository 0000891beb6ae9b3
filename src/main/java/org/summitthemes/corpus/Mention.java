package org.summitthemes.corpus;

/** An organization named in a text; offsets in code points, end exclusive. */
public record Mention(String organizationId, int start, int end) {}
