import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { bookFamilies } from './bookFamilies.ts';
import type { ClosesRequest } from './closesRequest.ts';
import { tenantFamilies } from './tenantFamilies.ts';
import { workFamilies } from './workFamilies.ts';
import type { WrittenCloses } from './writtenCloses.ts';

type Write = (request: ClosesRequest) => Promise<WrittenCloses>;

/** What stands before the bytes in the file, as one line of JSON. */
interface Heading {
  readonly of: string;
  readonly sha256: string;
  readonly foldedTenants: number;
}

/**
 * Keeps the newest closes in a file, so that a start has nothing to compute: closed days do not change. A file that is of
 * other days, of another owners file, of an older ledger, or broken, is written anew; one that cannot be written costs the
 * next start its time, and nothing else.
 */
export function keepCloses(file: string, write: Write): Write {
  return async (request) => {
    const of = digestOf(request);
    const kept = await readKept(file, of);
    if (kept) {
      return kept;
    }
    const written = await write(request);
    const { gzip, foldedTenants } = written;
    const heading = JSON.stringify({ of, sha256: sha256(gzip), foldedTenants } satisfies Heading);
    await writeFile(`${file}.new`, Buffer.concat([Buffer.from(`${heading}\n`), gzip]))
      .then(() => rename(`${file}.new`, file))
      .catch(() => undefined);
    return written;
  };
}

async function readKept(file: string, of: string): Promise<WrittenCloses | undefined> {
  try {
    const bytes = await readFile(file);
    const end = bytes.indexOf('\n');
    const heading = JSON.parse(bytes.toString('utf8', 0, end)) as Heading;
    const gzip = new Uint8Array(bytes.subarray(end + 1));
    return heading.of === of && heading.sha256 === sha256(gzip)
      ? { gzip, foldedTenants: heading.foldedTenants }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Two requests that are written alike have the same: which days, when they closed, what is given, how it is said. */
function digestOf({ days, shown, given }: ClosesRequest): string {
  const families = [...bookFamilies, ...workFamilies, ...tenantFamilies].map(({ name, help, unit, labels }) => [
    ...[name, help, unit, labels],
  ]);
  const plain = (_: string, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value instanceof Map ? [...value] : value;
  return sha256(JSON.stringify([families, days, shown, given], plain));
}

function sha256(of: string | Uint8Array): string {
  return createHash('sha256').update(of).digest('hex');
}
