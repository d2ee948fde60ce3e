/** Upper bounds of the buckets that turnarounds of batches are counted in, seconds: ten minutes to two days. */
export const TURNAROUND_BUCKETS = [600, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200, 86_400, 172_800] as const;
