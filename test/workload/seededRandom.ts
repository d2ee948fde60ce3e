/**
 * A small deterministic source of numbers: the same seed gives the same sequence on every machine (sfc32 seeded by
 * splitmix-style mixing of the text). Workloads use it instead of `Math.random`, so that every run can be repeated.
 *
 * @returns a function giving the next number in [0, 1)
 */
export function seededRandom(seed: string): () => number {
  let h = 0x9e3779b9;
  for (let i = 0; i < seed.length; i++) {
    h = Math.imul(h ^ seed.charCodeAt(i), 0x85ebca6b);
    h = (h << 13) | (h >>> 19);
  }
  const mixed = (): number => {
    h = Math.imul(h ^ (h >>> 16), 0x45d9f3b);
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
    return (h ^= h >>> 16) | 0;
  };
  let [a, b, c, counter] = [mixed(), mixed(), mixed(), 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) {
    next();
  }
  return next;
}
