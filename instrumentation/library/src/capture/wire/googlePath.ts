import { decodedPath } from './decodedPath.ts';
import type { PathFacts } from './pathFacts.ts';

/** The model (else the endpoint) and the project that a Google URL names; `path` without the query. */
export function googlePath(path: string): PathFacts {
  const text = decodedPath(path);
  return {
    model: /\/(?:models|tunedModels|endpoints)\/([^/:]{1,256}):\w+$/.exec(text)?.[1],
    // Access tokens change every hour: the project stands for who pays.
    account: /\/projects\/([\w.:-]{1,128})\//.exec(text)?.[1],
  };
}
