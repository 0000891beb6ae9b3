package org.summitthemes.table;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A speech as it was read: stored text, circumstances and where they came from. */
@Table(
    name = "speeches",
    description = "A speech as it was read: stored text, circumstances and where they came from.")
public record Speech(
    @Column(value = "Readable key: given by the source or made of title and content", key = true)
        String speechId,
    @Column(value = "Heading of the document", nullable = true) @Nullable String title,
    @Column(value = "Speaker as a key", nullable = true) @Nullable String speakerId,
    @Column(value = "Speaker as named in the source", nullable = true) @Nullable String speakerName,
    @Column(value = "Speaker's country, ISO 3166-1 alpha-3", nullable = true)
        @Nullable String countryId,
    @Column(value = "Venue organization", nullable = true) @Nullable String organizationId,
    @Column(value = "Meeting at which the speech was given", nullable = true)
        @Nullable String eventName,
    @Column(value = "First day of the period in which the speech was given", nullable = true)
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
    @Column(value = "BCP 47 tag given by the source; null until it is detected", nullable = true)
        @Nullable String language,
    @Column(value = "Sort of document as the source calls it", nullable = true)
        @Nullable String kind,
    @Column("File, relative to its corpus, with the place inside it") String sourceUri,
    @Column(
            value = "Format of the file",
            values = {
              "text",
              "markdown",
              "html",
              "pdf",
              "docx",
              "jsonl",
              "json",
              "csv",
              "parquet",
              "tei"
            })
        String sourceFormat,
    @Column("Stored text: cleaned, and what all offsets count in") String text,
    @Column("Named doubts about the document, |-joined") String qualityFlags,
    @Column("SHA-256 of the input bytes, or of the line of a JSON Lines file") String contentSha256,
    @Column(value = "The speech of which this is a copy", nullable = true)
        @Nullable String duplicateOf,
    @Column("Run that first read the speech") String firstRunId) {}
