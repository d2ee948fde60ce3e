/** The UTC day it is: `2026-11-23`. */
export const utcToday = (): string => new Date(Date.now()).toISOString().slice(0, 10);
