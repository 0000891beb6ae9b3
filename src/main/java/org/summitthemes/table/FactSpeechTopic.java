package org.summitthemes.table;

/** The share of a topic in a speech, by tokens. */
@Table(name = "fact_speech_topic", description = "The share of a topic in a speech, by tokens.")
public record FactSpeechTopic(
    @Column(value = "Speech", key = true, references = "dim_speech.speech_id") String speechId,
    @Column(value = "Topic", key = true, references = "dim_topic.topic_id") String topicId,
    @Column(
            value = "Posterior mean share of the tokens of the speech",
            unit = "share",
            min = 0,
            max = 1)
        double share) {}
