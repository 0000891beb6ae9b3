package org.summitthemes.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.summitthemes.table.FactOrganizationContrast;
import org.summitthemes.table.FactOrganizationTheme;

/**
 * The most telling lines of a result: the largest differences that chance does not explain, then
 * the largest shares.
 */
final class Highlights {
  private static final String OTHER = "other";

  private Highlights() {}

  /** At most so many lines, one fact each. */
  static List<String> of(
      List<FactOrganizationContrast> contrasts, List<FactOrganizationTheme> shares, int lines) {
    List<String> all = new ArrayList<>();
    contrasts.stream()
        .filter(Highlights::isDifference)
        .sorted(
            Comparator.comparingDouble(
                    (FactOrganizationContrast row) -> -Math.abs(number(row.value())))
                .thenComparing(FactOrganizationContrast::organizationIdA)
                .thenComparing(FactOrganizationContrast::organizationIdB)
                .thenComparing(FactOrganizationContrast::themeId))
        .map(Highlights::line)
        .forEach(all::add);
    shares.stream()
        .filter(
            row ->
                row.basis().equals("venue")
                    && row.period().equals("all")
                    && !row.themeId().equals(OTHER))
        .sorted(
            Comparator.comparingDouble((FactOrganizationTheme row) -> -row.share())
                .thenComparing(FactOrganizationTheme::organizationId)
                .thenComparing(FactOrganizationTheme::themeId))
        .map(Highlights::line)
        .forEach(all::add);
    return all.stream().limit(lines).toList();
  }

  private static boolean isDifference(FactOrganizationContrast row) {
    return row.basis().equals("venue")
        && row.measure().equals("share_difference")
        && !row.themeId().equals(OTHER)
        && row.verdict().endsWith("_higher");
  }

  private static String line(FactOrganizationContrast row) {
    boolean first = number(row.value()) > 0;
    double low = first ? number(row.low()) : -number(row.high());
    double high = first ? number(row.high()) : -number(row.low());
    return String.format(
        Locale.ROOT,
        "%s speaks more of %s than %s: %+.0f points (%.0f%% interval %+.0f to %+.0f)",
        first ? row.organizationIdA() : row.organizationIdB(),
        row.themeId(),
        first ? row.organizationIdB() : row.organizationIdA(),
        100 * Math.abs(number(row.value())),
        100 * number(row.ciLevel()),
        100 * low,
        100 * high);
  }

  private static String line(FactOrganizationTheme row) {
    String interval =
        row.shareLow() == null || row.shareHigh() == null
            ? "too few speeches for an interval"
            : String.format(
                Locale.ROOT,
                "%.0f%% interval %.0f to %.0f%%",
                100 * row.ciLevel(),
                100 * row.shareLow(),
                100 * row.shareHigh());
    return String.format(
        Locale.ROOT,
        "%s: %.0f%% of the words are about %s (%s)",
        row.organizationId(),
        100 * row.share(),
        row.themeId(),
        interval);
  }

  private static double number(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }
}
