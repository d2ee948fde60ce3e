/** A moment to the second, UTC: `2026-11-27 03:57:54`. */
export const formatTime = (iso: string): string => iso.slice(0, 19).replace('T', ' ');
