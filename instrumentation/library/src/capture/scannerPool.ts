import type { FieldSink } from './fieldTaker.ts';
import { JsonScanner } from './jsonScanner.ts';
import type { FieldNode } from './wire/fieldNode.ts';

/** More than are busy at once in most services; those beyond are left to the garbage collector. */
const MAX_IDLE = 32;
const idle: JsonScanner[] = [];

/** A scanner for one document. Whoever borrows one gives it back at the end and does not use it after; or lets it go. */
export function borrowScanner(root: FieldNode, sink: FieldSink): JsonScanner {
  const scanner = idle.pop();
  if (scanner === undefined) {
    return new JsonScanner(root, sink);
  }
  scanner.begin(root, sink);
  return scanner;
}

export function returnScanner(scanner: JsonScanner): void {
  if (idle.length < MAX_IDLE) {
    scanner.letGo();
    idle.push(scanner);
  }
}
