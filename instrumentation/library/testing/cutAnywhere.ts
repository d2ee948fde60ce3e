import fc from 'fast-check';

/** The bytes in chunks, cut at generated places. */
export function cutAnywhere(bytes: Buffer): fc.Arbitrary<readonly Buffer[]> {
  return fc.array(fc.nat(bytes.length), { maxLength: 30 }).map((places) => {
    const edges = [0, ...places.sort((a, b) => a - b), bytes.length];
    return edges.slice(1).map((edge, at) => bytes.subarray(edges[at], edge));
  });
}
