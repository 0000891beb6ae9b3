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
  /** The initiatives that a reader of the three reports would name, with act and organization. */
  private static final List<String> NAMED =
      List.of(
          "supported OTS Organization of Turkic States+” format",
          "proposed OTS Cybersecurity Council",
          "proposed OTS List of projects to be financed by the Fund",
          "proposed OTS Industrial Cooperation Program",
          "proposed OTS special document",
          "called_for OTS joint efforts to diversify the supply of oil, gas, uranium and other resources",
          "announced OTS optical fiber cable at the bottom of the Caspian sea",
          "proposed SCO Agreement on Confidence-Building Measures in the Military Sphere with a focus on combating the “forces of three evils.”",
          "proposed SCO special mechanism for the continuous exchange of information",
          "proposed SCO SCO Economic Preferences Database",
          "proposed SCO Mechanism for Financial Support of Project Activities",
          "proposed SCO unified platform to discuss and approve investment projects",
          "proposed SCO Partnership Network of Strategic Ports and Logistics Centers within the SCO");

  /** Acts that are no named initiatives and yet what the codebook calls an act. */
  private static final List<String> ALSO_RIGHT =
      List.of(
          "announced OTS Astana will welcome the 14th plenary session of the parliamentary assembly of the Turkish States in June",
          "announced OTS advisory platform for electoral body",
          "announced OTS capital of young people from the organization",
          "called_for OTS standards established in all agreements must be respected",
          "proposed OTS greater collaboration in key sectors such as industry, transport and logistics, agriculture and digitization",
          "called_for OTS coordinated transnational action for such a project",
          "called_for IOFS coordination with the Islamic organization for food security",
          "called_for OTS joint responses to the growing frequency of natural disasters",
          "called_for OTS Turkish countries to conduct joint scientific research and develop current environmental strategies",
          "adopted OTS several key documents",
          "adopted SCO decision on the admission of the Republic of Belarus to the Organization and granting it the status of a full-member state of the SCO",
          "adopted SCO Plan of Interaction on Ensuring International Information Security",
          "called_for SCO strengthening the role of the SCOSecretariat and the Secretary General");

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
      List<String> proposals =
          publication.rows(
              "SELECT act || ' ' || organization_id || ' ' || title FROM %s ORDER BY speech_id, sentence_no"
                  .formatted(publication.parquet("fact_proposal")));
      assertThat(proposals).containsAll(NAMED);
      assertThat(proposals)
          .filteredOn(row -> !NAMED.contains(row) && !ALSO_RIGHT.contains(row))
          .as("rows that a strict reader would not have in the table")
          .hasSizeLessThanOrEqualTo(4);
      assertThat(
              publication.rows(
                  """
                  SELECT theme_id FROM %s WHERE title = 'joint efforts to diversify the supply of oil, gas, uranium and other resources'
                  UNION ALL SELECT theme_id FROM %s WHERE title = 'Cybersecurity Council'
                  UNION ALL SELECT theme_id FROM %s WHERE title LIKE 'Partnership Network of Strategic Ports%%'
                  UNION ALL SELECT theme_id FROM %s WHERE title = 'SCO Economic Preferences Database'"""
                      .formatted(
                          publication.parquet("fact_proposal"),
                          publication.parquet("fact_proposal"),
                          publication.parquet("fact_proposal"),
                          publication.parquet("fact_proposal"))))
          .containsExactly("energy", "security", "transport", "trade");
      assertThat(
              publication.number(
                  """
                  SELECT count(*) FROM %s p LEFT JOIN %s s USING (speech_id, sentence_no)
                  WHERE p.title IS DISTINCT FROM substring(s.text, p.start_offset - s.start_offset + 1, p.end_offset - p.start_offset)"""
                      .formatted(
                          publication.parquet("fact_proposal"),
                          publication.parquet("fact_sentence_theme"))))
          .as("proposals whose offsets do not return their title")
          .isZero();
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
