import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** The text of a bill, in pieces; a file that ends in `.gz`, as clouds deliver their exports, is unpacked on the way. */
export function openBill(path: string): Readable {
  const file = createReadStream(path);
  if (!path.endsWith('.gz')) {
    return file.setEncoding('utf8');
  }
  const unpacked = createGunzip();
  // What fails here fails where it is read.
  pipeline(file, unpacked, () => undefined);
  return unpacked.setEncoding('utf8');
}
