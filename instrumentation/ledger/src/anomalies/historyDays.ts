/** What a day is judged by: 28 days of baseline, 14 of window and 56 of the statistic's history, twice over. */
export const HISTORY_DAYS = 200;
