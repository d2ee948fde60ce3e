import { parsePriceOverlay, PriceOverlayError, type PriceOverlay } from '@ai-finops/instrumentation/pricing';
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { PriceFileError } from './priceFileError.ts';

/**
 * Reads a prices file, YAML or JSON (which is YAML); docs/prices.md says what it may hold. An empty one holds nothing.
 *
 * @throws PriceFileError with the line, the key and what to write instead
 */
export function parsePriceFile(text: string): PriceOverlay {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => Math.max(lines.linePos(offset).line, 1);
  const [broken] = document.errors;
  if (broken) {
    throw new PriceFileError(lineAt(broken.pos[0]), `not valid YAML or JSON: ${broken.message.split('\n')[0]}`);
  }
  try {
    return parsePriceOverlay(document.toJS({ maxAliasCount: 100 }) ?? {});
  } catch (error) {
    if (error instanceof PriceOverlayError) {
      throw new PriceFileError(lineAt(offsetOf(document, error)), error.message);
    }
    throw new PriceFileError(1, error instanceof Error ? error.message : String(error));
  }
}

/** Where the place of an error starts; what stands nearest to it, where the place is missing. */
function offsetOf(document: Document, { path, isKey }: PriceOverlayError): number {
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
