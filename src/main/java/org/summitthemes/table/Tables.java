package org.summitthemes.table;

import java.util.List;

/** The tables that every publication contains, in the order in which they are listed to readers. */
public final class Tables {
  /** Every published table, whether it has rows or not. */
  public static final List<Class<? extends Record>> PUBLISHED =
      List.of(
          DimOrganization.class,
          BridgeMembership.class,
          DimTheme.class,
          DimTopic.class,
          DimSpeech.class,
          DimDate.class,
          DimRun.class,
          FactSentenceTheme.class,
          FactSpeechTheme.class,
          FactSpeechTopic.class,
          FactOrganizationTheme.class,
          FactOrganizationContrast.class,
          FactSpeakerContrast.class,
          FactThemeShift.class,
          FactThemeChangePoint.class,
          FactDistinctiveTerm.class,
          FactTypicalSentence.class,
          FactTopicTerm.class,
          FactTopicLineage.class,
          FactModelDiagnostic.class,
          FactMention.class,
          FactProposal.class,
          FactRejectedInput.class);

  private Tables() {}
}
