import { ShapeError } from '@ai-finops/instrumentation/pricing';
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { DocumentError } from './documentError.ts';

/**
 * Reads a file that people write, YAML or JSON (which is YAML). An empty one is an empty object.
 *
 * @param read checks and takes what stands there; it throws ShapeError
 * @throws DocumentError with the line, the key and what to write instead
 */
export function parseDocumentFile<Content>(text: string, read: (json: unknown) => Content): Content {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => Math.max(lines.linePos(offset).line, 1);
  const [broken] = document.errors;
  if (broken) {
    throw new DocumentError(lineAt(broken.pos[0]), `not valid YAML or JSON: ${broken.message.split('\n')[0]}`);
  }
  try {
    return read(document.toJS({ maxAliasCount: 100 }) ?? {});
  } catch (error) {
    if (error instanceof ShapeError) {
      throw new DocumentError(lineAt(offsetOf(document, error)), error.message);
    }
    throw new DocumentError(1, error instanceof Error ? error.message : String(error));
  }
}

/** Where the place of an error starts; what stands nearest to it, where the place is missing. */
function offsetOf(document: Document, { path, isKey }: ShapeError): number {
  let node: unknown = document.contents;
  let offset = 0;
  path.forEach((step, index) => {
    const container = isAlias(node) ? node.resolve(document) : node;
    if (isMap(container)) {
      const pair = container.items.find(({ key }) => (isScalar(key) ? String(key.value) : String(key)) === step);
      node = pair && isKey && index === path.length - 1 ? pair.key : pair?.value;
    } else {
      node = isSeq(container) ? container.items[Number(step)] : undefined;
    }
    offset = isNode(node) ? (node.range?.[0] ?? offset) : offset;
  });
  return offset;
}
