import type { FieldTree } from './fieldTree.ts';

/** A FieldTree made ready for matching bytes: a leaf has `field`, an object `children`. */
export interface FieldNode {
  readonly field: string | undefined;
  readonly isCount: boolean;
  readonly children: readonly (readonly [key: Uint8Array, node: FieldNode])[];
}

/** Compiles a tree once, at start-up. */
export function fieldNode(tree: FieldTree | string): FieldNode {
  if (typeof tree === 'string') {
    const isCount = tree.startsWith('#');
    return { field: isCount ? tree.slice(1) : tree, isCount, children: [] };
  }
  const children = Object.entries(tree).map(([key, value]) => [Buffer.from(key), fieldNode(value)] as const);
  return { field: undefined, isCount: false, children };
}
