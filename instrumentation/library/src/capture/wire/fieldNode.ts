import type { FieldTree } from './fieldTree.ts';

/** What a leaf takes; see FieldTree. */
type LeafKind = 'text' | 'count' | 'sum' | 'amount' | 'words';

/** A FieldTree made ready for matching bytes: a leaf has `field`, an object `children`. */
export interface FieldNode {
  /** The field's name; of a leaf that counts words, the first of them. */
  readonly field: string | undefined;
  readonly kind: LeafKind;
  /** Field by word, of a leaf that counts words. */
  readonly words: ReadonlyMap<string, string> | undefined;
  readonly children: readonly (readonly [key: Uint8Array, node: FieldNode])[];
}

/** Compiles a tree once, at start-up. */
export function fieldNode(tree: FieldTree | string): FieldNode {
  if (typeof tree !== 'string') {
    const { '': self, ...rest } = tree;
    const children = Object.entries(rest).map(([key, value]) => [Buffer.from(key), fieldNode(value)] as const);
    const own =
      typeof self === 'string' ? fieldNode(self) : ({ field: undefined, kind: 'text', words: undefined } as const);
    return { ...own, children };
  }
  if (tree.startsWith('?')) {
    const words = new Map(
      tree
        .slice(1)
        .split(' ')
        .map((pair) => pair.split('=', 2) as [string, string])
    );
    return { field: [...words.values()][0], kind: 'words', words, children: [] };
  }
  const [, sign = '', field = ''] = /^(#\+|#|\$)?(.*)$/.exec(tree) ?? [];
  return { field, kind: KINDS[sign] ?? 'text', words: undefined, children: [] };
}

const KINDS: Readonly<Record<string, LeafKind>> = { '#': 'count', '#+': 'sum', $: 'amount' };
