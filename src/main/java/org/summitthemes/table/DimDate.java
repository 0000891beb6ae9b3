package org.summitthemes.table;

import java.time.LocalDate;

/** A day on which a speech was given. */
@Table(name = "dim_date", description = "A day on which a speech was given.")
public record DimDate(
    @Column(value = "Day", key = true) LocalDate date,
    @Column(value = "Calendar year", min = 1, max = 9999) int year,
    @Column(value = "Quarter of the year", min = 1, max = 4) int quarter,
    @Column(value = "Month of the year", min = 1, max = 12) int month,
    @Column(value = "Day of the month", min = 1, max = 31) int day) {}
