/** Moves this process's clock back a day and two hours, so that its calls happen on a day that is over. */
const SHIFT_MS = 26 * 3_600_000;
const now = Date.now.bind(Date);
Date.now = () => now() - SHIFT_MS;
