package org.summitthemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.summitthemes.support.Job;
import org.summitthemes.support.Publication;
import org.summitthemes.support.SharedData;

/** The three real reports with which the project began, as they are. */
class SeedsIT {
  @TempDir Path out;

  @Test
  void theSeedsAreReadDatedPlacedAndLabelledAsAReaderWould() {
    Path seeds = SharedData.require("seeds");

    Job.Result result =
        Job.submit(
            "--master", "local[2]", "run", "--corpus", seeds.toString(), "--out", out.toString());

    assertThat(result.exitCode()).as(result.err()).isZero();
    try (Publication publication = Publication.current(out)) {
      String speeches = publication.parquet("dim_speech");
      assertThat(
              publication.rows(
                  "SELECT left(split_part(source_uri, '/', 2), 3), organization_id, event_date, date_precision, country_id, speaker_id FROM "
                      + speeches
                      + " ORDER BY 1"))
          .containsExactly(
              "000 | OTS | - | unknown | KAZ | kassym-jomart-tokayev",
              "003 | OTS | 2025-05-21 | day | KAZ | kassym-jomart-tokayev",
              "004 | SCO | - | unknown | KAZ | kassym-jomart-tokayev");
      assertThat(
              publication.number(
                  "SELECT count(*) FROM " + publication.parquet("fact_rejected_input")))
          .isZero();
      assertThat(
              publication.rows(
                  "SELECT left(split_part(source_uri, '/', 2), 3) FROM %s JOIN %s USING (speech_id) WHERE role = 'mentioned' AND fact.organization_id = 'CICA'"
                      .formatted(
                          publication.parquet("fact_mention") + " fact", speeches + " speech")))
          .containsExactly("000");
      assertThat(
              publication.rows(
                  "SELECT act || ' ' || organization_id || ' ' || title FROM %s WHERE act <> 'called_for' OR title LIKE 'joint efforts%%' ORDER BY speech_id, sentence_no"
                      .formatted(publication.parquet("fact_proposal"))))
          .contains(
              "supported OTS Organization of Turkic States+” format",
              "proposed OTS Cybersecurity Council",
              "proposed OTS List of projects to be financed by the Fund",
              "proposed OTS Industrial Cooperation Program",
              "proposed OTS special document",
              "announced OTS optical fiber cable at the bottom of the Caspian sea",
              "proposed SCO SCO Economic Preferences Database",
              "proposed SCO unified platform to discuss and approve investment projects",
              "proposed SCO Mechanism for Financial Support of Project Activities",
              "proposed SCO Partnership Network of Strategic Ports and Logistics Centers within the SCO");
      assertThat(
              publication.rows(
                  "SELECT count(DISTINCT organization_id) FROM %s WHERE group_id = 'body-cybersecur'"
                      .formatted(publication.parquet("fact_proposal"))))
          .containsExactly("2");
      assertThat(themes(publication, "000", 0.05)).contains("security", "trade");
      assertThat(themes(publication, "003", 0.05)).contains("trade", "transport", "energy");
      assertThat(themes(publication, "004", 0.05)).contains("security", "trade", "transport");
    }
  }

  private static List<String> themes(Publication publication, String seed, double share) {
    return publication.rows(
        """
        SELECT theme_id FROM %s JOIN %s USING (speech_id)
        WHERE source_uri LIKE '%%/%s%%' AND share >= %s AND theme_id <> 'other' ORDER BY 1"""
            .formatted(
                publication.parquet("fact_speech_theme"),
                publication.parquet("dim_speech"),
                seed,
                share));
  }
}
