/** Of a year: what is said a month holds for every month. */
export const DAYS_A_MONTH = 365 / 12;
