import type { ProviderEndpoint } from './providerEndpoint.ts';
import { WIRE_FORMATS } from './wireFormats.ts';
import type { WireFormat } from './wireFormat.ts';

export interface Match {
  readonly provider: string;
  readonly format: WireFormat;
  readonly address: string;
  readonly port: number;
}

interface Origin {
  readonly address: string;
  readonly port: number;
  readonly endpoints: readonly ProviderEndpoint[];
}

/** Origins come from the application: a crawler must not grow the cache without end. */
const MAX_ORIGINS = 1000;

/** Knows whether a URL is a provider's, and how to read what is said there. */
export class EndpointTable {
  readonly #endpoints: readonly ProviderEndpoint[];
  readonly #origins = new Map<string, Origin | undefined>();

  /** The longest path prefix wins. */
  constructor(endpoints: readonly ProviderEndpoint[]) {
    this.#endpoints = endpoints.toSorted((a, b) => b.pathPrefix.length - a.pathPrefix.length);
  }

  /** The provider and format of a request; `unread` where the host is a provider's but the path is none we can read. */
  match(origin: string, path: string): Match | 'unread' | undefined {
    let known = this.#origins.get(origin);
    if (known === undefined && !this.#origins.has(origin)) {
      known = this.#lookUp(origin);
      if (this.#origins.size >= MAX_ORIGINS) {
        this.#origins.clear();
      }
      this.#origins.set(origin, known);
    }
    if (known === undefined) {
      return undefined;
    }
    const query = path.indexOf('?');
    const plain = query < 0 ? path : path.slice(0, query);
    const endpoint = known.endpoints.find(
      ({ pathPrefix }) => plain.startsWith(pathPrefix) && (pathPrefix === '' || plain[pathPrefix.length] === '/')
    );
    if (endpoint === undefined) {
      return undefined;
    }
    const format = WIRE_FORMATS.find(({ pathSuffix }) => plain.endsWith(pathSuffix));
    return format === undefined
      ? 'unread'
      : { provider: endpoint.provider, format, address: known.address, port: known.port };
  }

  #lookUp(origin: string): Origin | undefined {
    if (!URL.canParse(origin)) {
      return undefined;
    }
    const url = new URL(origin);
    const endpoints = this.#endpoints.filter(({ host }) => host === url.host);
    const port = url.port === '' ? (url.protocol === 'http:' ? 80 : 443) : Number(url.port);
    return endpoints.length === 0 ? undefined : { address: url.hostname, port, endpoints };
  }
}
