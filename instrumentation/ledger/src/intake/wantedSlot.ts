import { wantedAttributes } from './wantedAttributes.ts';

interface Candidate {
  readonly slot: number;
  readonly bytes: Buffer;
}

/** Longer names are none that is wanted. */
const LONGEST = Math.max(...[...wantedAttributes.keys()].map((name) => name.length));
const NONE: readonly Candidate[] = [];
/** By length and last byte, which together tell most of them apart. */
const candidates: (readonly Candidate[])[] = Array.from({ length: (LONGEST + 1) * 256 }, () => NONE);
for (const [name, slot] of wantedAttributes) {
  const bytes = Buffer.from(name);
  const shape = shapeOf(bytes, 0, bytes.length);
  candidates[shape] = [...(candidates[shape] ?? NONE), { slot, bytes }];
}

/**
 * The place of the wanted attribute whose name stands in `buffer` from `start` to `end`, or -1. Compares bytes: making a
 * string of each of the twenty names of a span, only to look it up, is a quarter of decoding.
 */
export function wantedSlot(buffer: Buffer, start: number, end: number): number {
  const length = end - start;
  if (length > LONGEST || length === 0) {
    return -1;
  }
  for (const { slot, bytes } of candidates[shapeOf(buffer, start, end)] ?? NONE) {
    let index = 0;
    while (index < length && bytes[index] === buffer[start + index]) {
      index += 1;
    }
    if (index === length) {
      return slot;
    }
  }
  return -1;
}

function shapeOf(buffer: Buffer, start: number, end: number): number {
  return (end - start) * 256 + (buffer[end - 1] ?? 0);
}
