import { readFileSync } from 'node:fs';
import { Unusable } from '../store/unusable.ts';

/**
 * The address of a webhook from a file, or as it stands in the environment. It is a secret: no error repeats it.
 *
 * @throws Unusable
 */
export function readWebhook(file: string | undefined, fromEnvironment: string | undefined): URL {
  let text = fromEnvironment;
  if (file !== undefined) {
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      throw new Unusable(
        `webhook file ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`
      );
    }
  }
  if (text === undefined || text.trim() === '') {
    throw new Unusable('no webhook to send to: give --webhook-file, or set AI_FINOPS_DIGEST_WEBHOOK');
  }
  const url = URL.parse(text.trim());
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Unusable(
      `the webhook ${file === undefined ? 'in AI_FINOPS_DIGEST_WEBHOOK' : `in ${file}`} is no http(s) address`
    );
  }
  return url;
}
