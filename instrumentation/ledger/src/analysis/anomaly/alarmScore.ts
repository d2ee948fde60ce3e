/** The score from which a day stands out: each statistic is scaled to it. */
export const ALARM_SCORE = 4;
