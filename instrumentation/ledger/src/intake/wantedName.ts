import { wantedAttributes } from './wantedAttributes.ts';

interface Candidate {
  readonly name: string;
  readonly bytes: Buffer;
}

const byLengthAndLast = new Map<number, Candidate[]>();
for (const name of wantedAttributes) {
  const bytes = Buffer.from(name);
  const shape = shapeOf(bytes, 0, bytes.length);
  byLengthAndLast.set(shape, [...(byLengthAndLast.get(shape) ?? []), { name, bytes }]);
}

/**
 * The wanted attribute whose name stands in `buffer` from `start` to `end`, or undefined. Compares bytes: making a string
 * of each of the twenty names of a span, only to look it up, is a quarter of decoding.
 */
export function wantedName(buffer: Buffer, start: number, end: number): string | undefined {
  const candidates = byLengthAndLast.get(shapeOf(buffer, start, end)) ?? [];
  for (const { name, bytes } of candidates) {
    let index = 0;
    while (index < bytes.length && bytes[index] === buffer[start + index]) {
      index += 1;
    }
    if (index === bytes.length) {
      return name;
    }
  }
  return undefined;
}

function shapeOf(buffer: Buffer, start: number, end: number): number {
  return (end - start) * 256 + (buffer[end - 1] ?? 0);
}
