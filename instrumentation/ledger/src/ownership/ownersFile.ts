import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { DocumentError } from '../documents/documentError.ts';
import { Unusable } from '../store/unusable.ts';
import type { Owners } from './owners.ts';
import { parseOwnersFile } from './parseOwnersFile.ts';

export interface OwnersFileOptions {
  readonly path: string;
  /** Where a copy of the last good file is kept, for a start on a bad one. */
  readonly copy: string;
  readonly now: () => number;
}

interface OwnersFileState {
  /** What is wrong with the file as it stands; undefined when it is in force. */
  readonly problem: string | undefined;
  readonly loadedMs: number;
}

/** The owners file as it was last good. It is looked at again by `refresh`: nothing of an editor's ways matters. */
export class OwnersFile {
  private readonly options: OwnersFileOptions;
  private current: Owners;
  private stamp: string;
  private now: OwnersFileState;

  /** @throws Unusable naming file, line and key, where the file is bad and there is no copy of a good one */
  constructor(options: OwnersFileOptions) {
    this.options = options;
    this.stamp = stampOf(options.path);
    try {
      this.current = this.load();
      this.now = { problem: undefined, loadedMs: options.now() };
    } catch (error) {
      const problem = describe(options.path, error);
      try {
        this.current = parseOwnersFile(readFileSync(options.copy, 'utf8'));
        this.now = { problem, loadedMs: statSync(options.copy).mtimeMs };
      } catch {
        throw new Unusable(problem);
      }
    }
  }

  get owners(): Owners {
    return this.current;
  }

  get state(): OwnersFileState {
    return this.now;
  }

  /** Reads the file again where it is another one than at the last look; says whether it was. */
  refresh(): boolean {
    // Before reading: a write in between shows as another change at the next look.
    const stamp = stampOf(this.options.path);
    if (stamp === this.stamp) {
      return false;
    }
    this.stamp = stamp;
    try {
      this.current = this.load();
      this.now = { problem: undefined, loadedMs: this.options.now() };
    } catch (error) {
      this.now = { ...this.now, problem: describe(this.options.path, error) };
    }
    return true;
  }

  private load(): Owners {
    const text = readFileSync(this.options.path, 'utf8');
    const owners = parseOwnersFile(text);
    try {
      writeFileSync(`${this.options.copy}.new`, text);
      renameSync(`${this.options.copy}.new`, this.options.copy);
    } catch {
      // The copy serves the next start only; a disk that takes nothing is for the store to report.
    }
    return owners;
  }
}

/** Changes when the content does: through a write, a rename over it, a symbolic link that was turned. */
function stampOf(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? 'absent' : [stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(' ');
}

function describe(path: string, error: unknown): string {
  const place = error instanceof DocumentError ? `${path}:${error.line}` : path;
  return `owners file ${place}: ${error instanceof Error ? error.message : String(error)}`;
}
