import { InvalidArgumentError } from 'commander';

/** @throws InvalidArgumentError */
export function httpUrl(text: string): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new InvalidArgumentError('Give an address such as https://grafana.example.com.');
  }
  return text;
}
