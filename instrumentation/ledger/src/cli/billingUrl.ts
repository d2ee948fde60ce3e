import { InvalidArgumentError } from 'commander';
import { httpUrl } from './httpUrl.ts';
import { isLoopback } from './isLoopback.ts';

/** Where a billing API is. @throws InvalidArgumentError, also where the key would cross a network in the clear */
export function billingUrl(text: string): string {
  const { protocol, hostname } = new URL(httpUrl(text));
  if (protocol === 'http:' && !isLoopback(hostname.replace(/^\[|\]$/g, ''))) {
    throw new InvalidArgumentError('Over http it would show the key to the network: give https.');
  }
  return text;
}
