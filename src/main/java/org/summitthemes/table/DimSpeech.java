package org.summitthemes.table;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A speech or a report of one, with its circumstances. */
@Table(name = "dim_speech", description = "A speech or a report of one, with its circumstances.")
public record DimSpeech(
    @Column(value = "Speech", key = true) String speechId,
    @Column(value = "Heading of the document", nullable = true) @Nullable String title,
    @Column(value = "Speaker as a key", nullable = true) @Nullable String speakerId,
    @Column(value = "Speaker as named in the source", nullable = true) @Nullable String speakerName,
    @Column(value = "Speaker's country, ISO 3166-1 alpha-3", nullable = true)
        @Nullable String countryId,
    @Column(
            value = "Venue organization: at whose meeting the speech was given",
            nullable = true,
            references = "dim_organization.organization_id")
        @Nullable String organizationId,
    @Column(value = "Meeting", nullable = true) @Nullable String eventName,
    @Column(
            value =
                "Date of the event; the first day of the month or year where only that is known",
            nullable = true,
            references = "dim_date.date")
        @Nullable LocalDate eventDate,
    @Column(
            value = "How exact the date is",
            values = {"day", "month", "year", "unknown"})
        String datePrecision,
    @Column(
            value = "Where the date came from",
            values = {"side-car", "columns", "front matter", "file name", "text", "none"})
        String dateSource,
    @Column(value = "City or country of the event", nullable = true) @Nullable String place,
    @Column("BCP 47 tag; und if unknown") String language,
    @Column("File, relative to its corpus") String sourceUri,
    @Column("Format of the file") String sourceFormat,
    @Column(value = "Sentences", min = 0) int nSentences,
    @Column(value = "Words", unit = "words", min = 0) int nWords,
    @Column(
            value = "Speech of which this is a copy; copies count for nothing in the facts",
            nullable = true,
            references = "dim_speech.speech_id")
        @Nullable String duplicateOf,
    @Column("Named doubts about the document, |-joined") String qualityFlags,
    @Column("SHA-256 of what was read") String contentSha256,
    @Column(value = "Run that first read the speech", references = "dim_run.run_id")
        String firstRunId) {}
