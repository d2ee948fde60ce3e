import { readFileSync } from 'node:fs';
import { Unusable } from '../store/unusable.ts';

const SHORTEST = 16;

/**
 * The bearer tokens of a file, one a line, so that a new one can be handed out before the old one goes. Empty lines and
 * lines that start with `#` are passed over.
 *
 * @throws Unusable; the message names the file and the line, never what stands there
 */
export function readTokens(file: string): string[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Unusable(`token file ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const lines = text.split('\n').map((line, index) => ({ token: line.trim(), number: index + 1 }));
  const tokens = lines.filter(({ token }) => token !== '' && !token.startsWith('#'));
  const bad = tokens.find(({ token }) => token.length < SHORTEST || !/^[\w.~+/=-]+$/.test(token));
  if (bad) {
    throw new Unusable(
      `token file ${file}, line ${bad.number}: a token has at least ${SHORTEST} of A-Z a-z 0-9 - . _ ~ + / = ` +
        `(make one: openssl rand -base64 32)`
    );
  }
  if (tokens.length === 0) {
    throw new Unusable(`token file ${file} holds no token: write one a line (make one: openssl rand -base64 32)`);
  }
  return tokens.map(({ token }) => token);
}
