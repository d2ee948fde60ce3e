import type { FieldTree } from './fieldTree.ts';
import { LastText } from './lastText.ts';

/** What a leaf takes; see FieldTree. */
type LeafKind = 'text' | 'count' | 'sum' | 'amount' | 'words';

/** A FieldTree made ready for matching bytes: a leaf has `field`, an object `keys` and `children`. */
export interface FieldNode {
  /** The field's name; of a leaf that counts words, the first of them. */
  readonly field: string | undefined;
  readonly kind: LeafKind;
  /** Field by word, of a leaf that counts words. */
  readonly words: ReadonlyMap<string, string> | undefined;
  readonly keys: readonly Uint8Array[];
  /** By the index of their keys. */
  readonly children: readonly FieldNode[];
  readonly lastText: LastText;
}

/** Compiles a tree once, at start-up. */
export function fieldNode(tree: FieldTree | string): FieldNode {
  const lastText = new LastText();
  if (typeof tree !== 'string') {
    const { '': self, ...rest } = tree;
    const keys = Object.keys(rest).map((key) => Buffer.from(key));
    const children = Object.values(rest).map(fieldNode);
    const own =
      typeof self === 'string' ? fieldNode(self) : ({ field: undefined, kind: 'text', words: undefined } as const);
    return { ...own, keys, children, lastText };
  }
  if (tree.startsWith('?')) {
    const words = new Map(
      tree
        .slice(1)
        .split(' ')
        .map((pair) => pair.split('=', 2) as [string, string])
    );
    return { field: [...words.values()][0], kind: 'words', words, keys: [], children: [], lastText };
  }
  const [, sign = '', field = ''] = /^(#\+|#|\$)?(.*)$/.exec(tree) ?? [];
  return { field, kind: KINDS[sign] ?? 'text', words: undefined, keys: [], children: [], lastText };
}

const KINDS: Readonly<Record<string, LeafKind>> = { '#': 'count', '#+': 'sum', $: 'amount' };
