package org.summitthemes.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.summitthemes.config.CompareConfig;
import org.summitthemes.stats.Resampling;
import org.summitthemes.text.Vocabulary;

/**
 * Compares organizations: theme shares, differences, changes from year to year and distinctive
 * terms, each with what may honestly be said about it.
 *
 * <p>It works on what {@link SpeechTallies} has counted in each speech, in whole numbers, when the
 * speech was labelled. A speech that is a copy, or has no words, counts for nothing. With {@code
 * compare.voice: speaker} the comparisons leave a reporter's own sentences out; the themes of a
 * speech are those of all its sentences either way. Nothing depends on the number or order of
 * partitions.
 *
 * <p>Input: speeches, their tallies and surest sentences, memberships. Output: {@link
 * org.summitthemes.table.FactSpeechTheme}, {@link org.summitthemes.table.FactOrganizationTheme},
 * {@link org.summitthemes.table.FactOrganizationContrast}, {@link
 * org.summitthemes.table.FactSpeakerContrast}, {@link org.summitthemes.table.FactThemeShift},
 * {@link org.summitthemes.table.FactThemeChangePoint}, {@link
 * org.summitthemes.table.FactDistinctiveTerm}, {@link org.summitthemes.table.FactTypicalSentence}.
 * Example: {@code jobs/submit.sh compare --out out --config jobs/pipeline.yaml}
 */
public final class CompareJob {
  private CompareJob() {}

  /**
   * Compares the organizations.
   *
   * <p>The outputs share two cached datasets, which {@link Outputs#close()} releases.
   */
  public static Outputs transform(Inputs inputs, CompareConfig config) {
    Resampling resampling =
        new Resampling(
            config.level(),
            config.replicates(),
            config.permutations(),
            config.minSpeeches(),
            config.seed());
    ThemeWords themeWords = new ThemeWords(inputs.themeIds());
    Dataset<Row> speechWords =
        themeWords
            .ofSpeeches(inputs.speeches(), inputs.tallies())
            .persist(StorageLevel.MEMORY_AND_DISK());
    Inputs compared = config.speakersOnly() ? inputs.ofSpeakers() : inputs;
    Dataset<Row> comparedWords =
        config.speakersOnly()
            ? themeWords.ofSpeeches(inputs.speeches(), compared.tallies())
            : speechWords;
    Dataset<Row> belongings =
        Belongings.of(inputs.speeches(), inputs.memberships(), config)
            .join(comparedWords, "speech_id")
            .persist(StorageLevel.MEMORY_AND_DISK());
    Cohorts cohorts =
        new Cohorts(
            inputs.speeches().sparkSession(),
            Cohort.of(belongings, inputs.themeIds().size(), resampling));
    Comparison comparison = new Comparison(inputs.themeIds(), resampling);
    double rate = config.falseDiscoveryRate();
    return new Outputs(
        themeWords.shares(speechWords),
        comparison.organizationThemes(cohorts),
        Judgement.ofContrasts(comparison.organizationContrasts(cohorts), rate),
        Judgement.ofContrasts(comparison.speakerContrasts(belongings), rate),
        Judgement.ofShifts(comparison.themeShifts(cohorts), rate),
        Judgement.ofShifts(comparison.themeChangePoints(cohorts, rate), rate),
        new DistinctiveTerms(inputs.themeIds(), cohorts.organizations(), config)
            .of(belongings, compared),
        new TypicalSentences(config.typicalSentences()).of(belongings, compared.surest()),
        cohorts,
        List.of(speechWords, belongings));
  }

  /**
   * What is compared.
   *
   * @param speeches speech_id, speaker_id, country_id, organization_id, event_date, date_precision,
   *     language, duplicate_of
   * @param tallies rows of {@link org.summitthemes.table.SpeechTally}
   * @param surest rows of {@link org.summitthemes.table.SurestSentence}
   * @param vocabulary the terms that are tallied, with their commonest surface forms
   * @param ownNames organization_id, term: words of the organization's own names, which distinguish
   *     it trivially, and for the empty organization words of the names of people
   * @param memberships rows of {@link org.summitthemes.table.BridgeMembership}
   * @param themeIds all themes in the order of the catalog, {@code other} included
   */
  public record Inputs(
      Dataset<Row> speeches,
      Dataset<Row> tallies,
      Dataset<Row> surest,
      Vocabulary vocabulary,
      Dataset<Row> ownNames,
      Dataset<Row> memberships,
      List<String> themeIds) {
    public Inputs {
      themeIds = List.copyOf(themeIds);
    }

    /** Without the sentences that are known to be a reporter's own. */
    Inputs ofSpeakers() {
      return new Inputs(
          speeches,
          tallies.where(not(col("by_reporter"))),
          surest.where(not(col("by_reporter"))),
          vocabulary,
          ownNames,
          memberships,
          themeIds);
    }
  }

  /**
   * The tables of comparisons, each with the columns of its record.
   *
   * @param cohorts what most tables are made from
   * @param cached datasets that the tables are made from
   */
  public record Outputs(
      Dataset<Row> speechThemes,
      Dataset<Row> organizationThemes,
      Dataset<Row> organizationContrasts,
      Dataset<Row> speakerContrasts,
      Dataset<Row> themeShifts,
      Dataset<Row> themeChangePoints,
      Dataset<Row> distinctiveTerms,
      Dataset<Row> typicalSentences,
      Cohorts cohorts,
      List<Dataset<Row>> cached)
      implements AutoCloseable {

    /** Releases what was cached, once the tables are written. */
    @Override
    public void close() {
      cohorts.close();
      cached.forEach(Dataset::unpersist);
    }
  }
}
