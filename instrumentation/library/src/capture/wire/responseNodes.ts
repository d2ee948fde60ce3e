import { WordFinder } from '../wordFinder.ts';
import { fieldNode, type FieldNode } from './fieldNode.ts';
import type { WireFormat } from './wireFormat.ts';

/** The last word of a stream, in place of JSON. */
export const DONE = Buffer.from('[DONE]');
/** How the line that it is begins: however many spaces there are, and longer, so that more is passed over in one step. */
const BEFORE_DONE = [':', ': ', '  '];

interface ResponseNodes {
  readonly body: FieldNode;
  readonly event: FieldNode;
  /** What an event has to say to be read after the first ones. */
  readonly telling: WordFinder;
}

const compiled = new WeakMap<WireFormat, ResponseNodes>();

/** The field trees of a format, compiled on first use. */
export function responseNodes(format: WireFormat): ResponseNodes {
  let nodes = compiled.get(format);
  if (nodes === undefined) {
    nodes = {
      body: fieldNode(format.body),
      event: fieldNode(format.event),
      telling: new WordFinder([
        ...format.telling,
        ...BEFORE_DONE.map((before) => Buffer.from(`${before}${DONE.toString()}`)),
      ]),
    };
    compiled.set(format, nodes);
  }
  return nodes;
}
