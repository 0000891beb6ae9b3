package org.summitthemes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.summitthemes.config.CorpusConfig;
import org.summitthemes.support.Gazetteers;
import org.summitthemes.support.SharedData;
import org.summitthemes.support.SparkExtension;
import org.summitthemes.table.FactMention;
import org.summitthemes.table.Records;
import org.summitthemes.table.Speech;

@ExtendWith(SparkExtension.class)
class IngestSeedsTest {

  @Test
  void threeReportsInThreeStatesOfRepairAreRead(SparkSession spark) {
    String seeds = SharedData.require("seeds").toString();

    try (var outputs =
        IngestJob.read(
            spark, List.of(seeds), CorpusConfig.defaults(), Gazetteers.shipped(), "run")) {
      List<Speech> speeches = Records.list(outputs.speeches().orderBy("source_uri"), Speech.class);
      List<FactMention> mentions = Records.list(outputs.mentions(), FactMention.class);

      assertThat(outputs.counts()).isEqualTo(new IngestJob.Counts(3, 3, 0, 0));
      assertThat(speeches).extracting(Speech::organizationId).containsExactly("OTS", "OTS", "SCO");
      assertThat(speeches)
          .extracting(Speech::speakerId, Speech::speakerName, Speech::countryId)
          .containsOnly(tuple("kassym-jomart-tokayev", "Kassym-Jomart Tokayev", "KAZ"));
      assertThat(speeches)
          .extracting(Speech::title)
          .containsExactly(
              "Kazakhstan Supported the Idea of Establishing the OTS+ Format",
              null,
              "Address of President Kassym-Jomart Tokayev at the meeting of the Council of Heads of"
                  + " State of the SCO Member States");
      assertThat(speeches)
          .extracting(speech -> String.valueOf(speech.eventDate()), Speech::datePrecision)
          .containsExactly(
              tuple("null", "unknown"), tuple("2025-05-21", "day"), tuple("null", "unknown"));
      assertThat(speeches).extracting(Speech::place).containsExactly(null, "Budapest", null);
      assertThat(speeches)
          .extracting(Speech::eventName)
          .containsExactly(
              null,
              "informal summit of the OTS",
              "meeting of the Council of Heads of State of the SCO Member States");
      assertThat(mentions)
          .filteredOn(mention -> mention.speechId().equals(speeches.get(0).speechId()))
          .extracting(FactMention::organizationId, FactMention::role)
          .containsExactlyInAnyOrder(tuple("OTS", "venue"), tuple("CICA", "mentioned"));
      assertThat(speeches).extracting(Speech::duplicateOf).containsOnlyNulls();
      assertThat(speeches.get(1).text())
          .startsWith("The president of Astana")
          .doesNotContain("2025-05-22");
      assertThat(speeches.get(2).text()).startsWith("A meeting of the Council");
    }
  }

  /**
   * File names of this archive that end in {@code -2} repeat a title of another year, not a text:
   * none shares a quarter of its five-word sequences with any other. The two letters that notify of
   * two accessions on one day differ in the country's name and little else.
   */
  @Test
  void sameTitlesAreNoSameSpeeches(SparkSession spark) {
    String archive = SharedData.require("data/whitehouse/org_labelled_md.tar.gz").toString();

    try (var outputs =
        IngestJob.read(
            spark, List.of(archive), CorpusConfig.defaults(), Gazetteers.shipped(), "run")) {
      List<Speech> speeches = Records.list(outputs.speeches(), Speech.class);

      assertThat(outputs.counts()).isEqualTo(new IngestJob.Counts(223, 223, 0, 0));
      assertThat(speeches)
          .filteredOn(speech -> speech.sourceUri().endsWith("-2.md"))
          .hasSize(6)
          .extracting(Speech::duplicateOf)
          .containsOnlyNulls();
    }
  }
}
