package org.summitthemes.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.summitthemes.config.OrganizationsConfig;
import org.summitthemes.config.ProposalsConfig;
import org.summitthemes.corpus.Gazetteer;
import org.summitthemes.corpus.Mention;
import org.summitthemes.proposal.Act;
import org.summitthemes.proposal.ProposalFinder;
import org.summitthemes.proposal.ProposalFinder.Found;
import org.summitthemes.table.FactProposal;
import org.summitthemes.table.Records;
import org.summitthemes.table.SentenceAct;
import org.summitthemes.text.Languages;
import org.summitthemes.theme.Catalog;
import org.summitthemes.theme.Labeller;
import org.summitthemes.theme.Unit;

/**
 * Finds out whose words each sentence holds and who proposed what.
 *
 * <p>Input: {@link org.summitthemes.table.Sentence}, {@link org.summitthemes.table.SentenceLabel},
 * {@link org.summitthemes.table.Speech}. Output: {@link SentenceAct}, {@link FactProposal}.
 */
public final class ProposalJob {
  /** Below this, {@code other} is hardly more probable than a theme of which there is a term. */
  private static final double DOUBTFUL = 0.6;

  private ProposalJob() {}

  /**
   * Voice and act of every sentence. A speech is read as a whole, in the order of its sentences.
   */
  public static Dataset<Row> acts(
      Dataset<Row> sentences, ProposalsConfig proposals, OrganizationsConfig organizations) {
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(sentences.sparkSession().sparkContext());
    Broadcast<ProposalFinder> finders = context.broadcast(new ProposalFinder(proposals));
    Broadcast<OrganizationsConfig> names = context.broadcast(organizations);
    MapPartitionsFunction<Row, Row> find =
        rows ->
            acts(new SpeechIterator(rows), finders.value().copy(), new Gazetteer(names.value()));
    return sentences
        .select("speech_id", "sentence_no", "start_offset", "text", "language")
        .repartition(col("speech_id"))
        .sortWithinPartitions("speech_id", "sentence_no")
        .mapPartitions(find, Records.encoder(SentenceAct.class))
        .select(Records.columns(SentenceAct.class));
  }

  /**
   * The initiatives with what is known about them. The theme is what the words of the initiative
   * say by themselves, else that of its sentence; where that is doubtfully {@code other}, the theme
   * of which the sentence holds a term.
   *
   * @param acts rows of {@code SentenceAct}
   * @param labels rows of {@code SentenceLabel}
   * @param speeches rows of {@code Speech}
   * @param names labels the words of an initiative
   */
  public static Dataset<Row> proposals(
      Dataset<Row> acts, Dataset<Row> labels, Dataset<Row> speeches, Labeller names) {
    Dataset<Row> found = acts.where(col("act").isNotNull());
    Dataset<Row> circumstances =
        speeches.select(
            col("speech_id"),
            col("speaker_id"),
            col("speaker_name"),
            col("organization_id").as("venue_id"),
            coalesce(col("language"), lit(Languages.UNKNOWN)).as("language"));
    return InitiativeGroups.of(found)
        .join(
            labels.select(
                col("speech_id"),
                col("sentence_no"),
                col("theme_id"),
                col("second_theme_id"),
                col("confidence").as("label_confidence")),
            Columns.of("speech_id", "sentence_no"))
        .join(circumstances, "speech_id")
        .transform(ProposalJob::withProposer)
        .withColumn("theme_id", theme(names))
        .withColumn(
            "proposal_id", concat(col("speech_id"), lit("."), col("sentence_no").cast("string")))
        .withColumn("organization_id", coalesce(col("organization_id"), col("venue_id")))
        .select(Records.columns(FactProposal.class));
  }

  private static Column theme(Labeller names) {
    UDF2<String, String, String> ofWords =
        (title, language) -> names.labels(List.of(new Unit(title, language))).get(0).themeId();
    Column own = udf(ofWords, DataTypes.StringType).apply(col("title"), col("language"));
    Column other = lit(Catalog.OTHER);
    Column doubtful = col("theme_id").equalTo(other).and(col("label_confidence").lt(DOUBTFUL));
    return when(own.notEqual(other), own)
        .when(doubtful, coalesce(col("second_theme_id"), other))
        .otherwise(col("theme_id"));
  }

  /** The speaker, unless the sentence names a person by several names of which none is theirs. */
  private static Dataset<Row> withProposer(Dataset<Row> proposals) {
    Column surname = element_at(split(lower(col("speaker_name")), " "), -1);
    Column byNames = size(split(col("actor"), " ")).geq(2);
    Column notTheSpeaker =
        col("speaker_name").isNull().or(not(lower(col("actor")).contains(surname)));
    Column somebodyElse = col("actor").isNotNull().and(byNames).and(notTheSpeaker);
    return proposals
        .withColumn(
            "proposer_id",
            when(somebodyElse, lit(null).cast("string")).otherwise(col("speaker_id")))
        .withColumn(
            "proposer_name", when(somebodyElse, col("actor")).otherwise(col("speaker_name")));
  }

  private static Iterator<Row> acts(
      Iterator<List<Row>> speeches, ProposalFinder finder, Gazetteer gazetteer) {
    Iterable<List<Row>> once = () -> speeches;
    return StreamSupport.stream(once.spliterator(), false)
        .flatMap(speech -> acts(speech, finder, gazetteer).stream())
        .iterator();
  }

  private static List<Row> acts(List<Row> speech, ProposalFinder finder, Gazetteer gazetteer) {
    List<Found> found =
        finder.find(
            speech.stream().map(row -> row.getString(3)).toList(),
            speech.stream().map(row -> row.getString(4)).toList());
    List<Row> acts = new ArrayList<>(speech.size());
    for (int i = 0; i < speech.size(); i++) {
      acts.add(Records.row(act(speech.get(i), found.get(i), gazetteer)));
    }
    return acts;
  }

  private static SentenceAct act(Row sentence, Found found, Gazetteer gazetteer) {
    Act act = found.act().orElse(null);
    if (act == null) {
      return new SentenceAct(
          sentence.getString(0),
          sentence.getInt(1),
          found.voice().column(),
          null,
          0,
          0,
          null,
          0,
          null,
          null,
          List.of());
    }

    return new SentenceAct(
        sentence.getString(0),
        sentence.getInt(1),
        found.voice().column(),
        act.act(),
        sentence.getInt(2) + act.span().start(),
        sentence.getInt(2) + act.span().end(),
        act.title(),
        act.confidence(),
        act.actor(),
        organization(gazetteer.mentions(sentence.getString(3)), act),
        found.groupKeys());
  }

  /** The organization named in the initiative, else the first in the sentence. */
  private static @Nullable String organization(List<Mention> mentions, Act act) {
    return mentions.stream()
        .filter(
            mention -> mention.start() >= act.span().start() && mention.end() <= act.span().end())
        .findFirst()
        .or(() -> mentions.stream().findFirst())
        .map(Mention::organizationId)
        .orElse(null);
  }
}
