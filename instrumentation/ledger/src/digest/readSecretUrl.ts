import { readFileSync } from 'node:fs';
import { Unusable } from '../store/unusable.ts';

interface SecretUrl {
  /** `webhook` */
  readonly what: string;
  readonly file: string | undefined;
  readonly fromEnvironment: string | undefined;
  readonly protocols: RegExp;
  /** `http(s)` */
  readonly scheme: string;
  /** What to do where there is none. */
  readonly give: string;
}

/**
 * An address from a file, or as it stands in the environment. It is a secret: no error repeats it.
 *
 * @throws Unusable
 */
export function readSecretUrl({ what, file, fromEnvironment, protocols, scheme, give }: SecretUrl): URL {
  let text = fromEnvironment;
  if (file !== undefined) {
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      throw new Unusable(
        `${what} file ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`
      );
    }
  }
  if (text === undefined || text.trim() === '') {
    throw new Unusable(`no ${what} to send to: give ${give}`);
  }
  const url = URL.parse(text.trim());
  if (!url || !protocols.test(url.protocol)) {
    throw new Unusable(`the ${what} in ${file ?? give.replace(/^.*set /, '')} is no ${scheme} address`);
  }
  return url;
}
