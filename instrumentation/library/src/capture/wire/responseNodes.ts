import { fieldNode, type FieldNode } from './fieldNode.ts';
import type { WireFormat } from './wireFormat.ts';

interface ResponseNodes {
  readonly body: FieldNode;
  readonly event: FieldNode;
}

const compiled = new WeakMap<WireFormat, ResponseNodes>();

/** The field trees of a format, compiled on first use. */
export function responseNodes(format: WireFormat): ResponseNodes {
  let nodes = compiled.get(format);
  if (nodes === undefined) {
    nodes = { body: fieldNode(format.body), event: fieldNode(format.event) };
    compiled.set(format, nodes);
  }
  return nodes;
}
