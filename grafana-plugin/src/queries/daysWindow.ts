/**
 * The window that, evaluated at a day's end, holds exactly `days` closes.
 * Closes are stamped at day ends; an hour more than days − 1 takes the first one in without touching the one before it,
 * where ranges are closed (Prometheus 2) and where they are left-open (Prometheus 3).
 */
export const daysWindow = (days: number): string => (days <= 1 ? '1h' : `${days - 1}d1h`);
