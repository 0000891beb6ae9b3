package org.summitthemes.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.summitthemes.config.ConfigFile;
import org.summitthemes.config.LabelConfig;
import org.summitthemes.config.OrganizationsConfig;
import org.summitthemes.config.ProposalsConfig;
import org.summitthemes.support.SparkExtension;
import org.summitthemes.table.FactProposal;
import org.summitthemes.table.Records;
import org.summitthemes.table.Sentence;
import org.summitthemes.table.SentenceAct;
import org.summitthemes.table.SentenceLabel;
import org.summitthemes.table.Speech;
import org.summitthemes.theme.Catalog;
import org.summitthemes.theme.Labeller;

@ExtendWith(SparkExtension.class)
class ProposalJobTest {
  private static final List<List<String>> SPEECHES =
      List.of(
          List.of(
              "We are glad to be here.",
              "I propose to establish a Cybersecurity Council.",
              "I thank you all."),
          List.of(
              "Our third task is cybersecurity.",
              "To address this, we propose developing a special mechanism for the exchange of data.",
              "We also propose a fund for the Aral Sea."),
          List.of(
              "We support the SCO centre for bread.",
              "My country calls for a food bank.",
              "We propose a network of strategic ports and logistics centers."));

  @Test
  void theCouncilAndTheMechanismAreOneInitiativeAndOffsetsReturnTheTitle(SparkSession spark)
      throws IOException {
    List<FactProposal> proposals =
        Records.list(proposals(spark, 2).sort("proposal_id"), FactProposal.class);

    assertThat(proposals)
        .extracting(FactProposal::proposalId, FactProposal::act, FactProposal::groupId)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("s0.1", "proposed", "body-cybersecur"),
            org.assertj.core.groups.Tuple.tuple("s1.1", "proposed", "body-cybersecur"),
            org.assertj.core.groups.Tuple.tuple("s1.2", "proposed", null),
            org.assertj.core.groups.Tuple.tuple("s2.0", "supported", null),
            org.assertj.core.groups.Tuple.tuple("s2.1", "called_for", null),
            org.assertj.core.groups.Tuple.tuple("s2.2", "proposed", null));
    assertThat(proposals)
        .extracting(FactProposal::organizationId)
        .containsExactly("OTS", "OTS", "OTS", "SCO", "OTS", "OTS");
    assertThat(proposals).extracting(FactProposal::proposerId).containsOnly("speaker");
    assertThat(proposals)
        .allSatisfy(
            row -> {
              String text = String.join(" ", SPEECHES.get(row.speechId().charAt(1) - '0'));
              assertThat(text.substring(row.startOffset(), row.endOffset())).isEqualTo(row.title());
            });
  }

  @Test
  void theThemeIsThatOfTheInitiativesOwnWordsThenOfItsSentence(SparkSession spark)
      throws IOException {
    assertThat(Records.list(proposals(spark, 2).sort("proposal_id"), FactProposal.class))
        .extracting(FactProposal::title, FactProposal::themeId)
        .contains(
            org.assertj.core.groups.Tuple.tuple(
                "network of strategic ports and logistics centers", "transport"),
            org.assertj.core.groups.Tuple.tuple("fund for the Aral Sea", "trade"),
            org.assertj.core.groups.Tuple.tuple("food bank", "other"));
  }

  @Test
  void theSameForAnyPartitioning(SparkSession spark) throws IOException {
    assertThat(proposals(spark, 7).sort("proposal_id").collectAsList())
        .isEqualTo(proposals(spark, 1).sort("proposal_id").collectAsList());
  }

  private static Dataset<Row> proposals(SparkSession spark, int partitions) throws IOException {
    List<Sentence> sentences = new ArrayList<>();
    List<SentenceLabel> labels = new ArrayList<>();
    List<Speech> speeches = new ArrayList<>();
    for (int speech = 0; speech < SPEECHES.size(); speech++) {
      int start = 0;
      for (int number = 0; number < SPEECHES.get(speech).size(); number++) {
        String text = SPEECHES.get(speech).get(number);
        sentences.add(sentence("s" + speech, number, start, text));
        labels.add(
            speech == 1
                ? new SentenceLabel("s" + speech, number, "other", 0.5, "trade")
                : new SentenceLabel("s" + speech, number, "other", 0.9, "security"));
        start += text.length() + 1;
      }
      speeches.add(speech("s" + speech));
    }
    OrganizationsConfig organizations =
        ConfigFile.organizations("organizations.yaml", read("organizations.yaml"));
    ProposalsConfig patterns = ConfigFile.proposals("proposals.yaml", read("proposals.yaml"));
    Dataset<Row> acts =
        ProposalJob.acts(
            Records.dataset(spark, Sentence.class, sentences).repartition(partitions),
            patterns,
            organizations);
    return ProposalJob.proposals(
        Records.dataset(spark, SentenceAct.class, Records.list(acts, SentenceAct.class))
            .repartition(partitions),
        Records.dataset(spark, SentenceLabel.class, labels),
        Records.dataset(spark, Speech.class, speeches),
        new Labeller(
            Catalog.of(ConfigFile.themes("themes.yaml", read("themes.yaml"))),
            null,
            null,
            LabelConfig.defaults()));
  }

  private static String read(String file) throws IOException {
    return Files.readString(Path.of("jobs", file));
  }

  private static Sentence sentence(String speech, int number, int start, String text) {
    return new Sentence(
        speech, number, start, start + text.length(), text, 0, "en", 9, List.of(), List.of());
  }

  private static Speech speech(String id) {
    return new Speech(
        id,
        null,
        "speaker",
        "A Speaker",
        "KAZ",
        "OTS",
        null,
        null,
        "unknown",
        "none",
        null,
        "en",
        null,
        "file",
        "text",
        "",
        "",
        "",
        null,
        "run");
  }
}
