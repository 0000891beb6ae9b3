package org.summitthemes.corpus;

/** Where a circumstance came from, the most trusted first. */
enum Origin {
  SIDE_CAR("side-car"),
  COLUMNS("columns"),
  FRONT_MATTER("front matter"),
  FILE_NAME("file name"),
  TEXT("text"),
  NONE("none");

  private final String label;

  Origin(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
