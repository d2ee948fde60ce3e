import { readSecretUrl } from './readSecretUrl.ts';

/**
 * The address of a webhook from a file, or as it stands in the environment.
 *
 * @throws Unusable
 */
export function readWebhook(file: string | undefined, fromEnvironment: string | undefined): URL {
  return readSecretUrl({
    ...{ what: 'webhook', file, fromEnvironment, protocols: /^https?:$/, scheme: 'http(s)' },
    give: '--webhook-file, or set AI_FINOPS_DIGEST_WEBHOOK',
  });
}
