import { isFreePath } from './isFreePath.ts';
import type { ProviderEndpoint } from './providerEndpoint.ts';
import { WIRE_FORMATS } from './wireFormats.ts';
import type { WireFormat } from './wireFormat.ts';

export interface Match {
  readonly provider: string;
  readonly format: WireFormat;
  readonly address: string;
  readonly port: number;
  /** The model or deployment that the path names. */
  readonly model: string | undefined;
  /** Who pays, where the path names it. */
  readonly account: string | undefined;
  readonly operation: string;
}

/** Who is at a URL. */
export interface ProviderAt {
  readonly provider: string;
  readonly serverAddress: string;
  readonly serverPort: number;
  /** Without host and query. */
  readonly path: string;
}

interface Origin {
  readonly address: string;
  readonly port: number;
  readonly endpoints: readonly ProviderEndpoint[];
  /** What was found at its paths. */
  readonly matches: Map<string, Match | 'unread' | undefined>;
}

/** Origins come from the application: a crawler must not grow the cache without end. */
const MAX_ORIGINS = 1000;
const MAX_PATHS = 200;
const MODEL = /\/(?:deployments|models)\/([^/:]{1,256})[/:]/;

/** Knows whether a URL is a provider's, and how to read what is said there. */
export class EndpointTable {
  readonly #endpoints: readonly ProviderEndpoint[];
  readonly #origins = new Map<string, Origin | undefined>();
  /** What was asked last, and found: most services have one provider, and call it at one path. */
  #last: { readonly origin: string; readonly path: string; readonly match: Match | 'unread' | undefined } | undefined;

  /** The longest path prefix wins, then a whole host before a pattern. */
  constructor(endpoints: readonly ProviderEndpoint[]) {
    this.#endpoints = endpoints.toSorted(
      (a, b) => b.pathPrefix.length - a.pathPrefix.length || Number(isPattern(a.host)) - Number(isPattern(b.host))
    );
  }

  /** The provider at a URL, whatever is said there. */
  provider(origin: string, path: string): ProviderAt | undefined {
    if (!path.startsWith('/') && URL.canParse(path)) {
      // A proxy without a tunnel is asked for whole URLs: what they name counts, not the proxy.
      const url = new URL(path);
      return this.provider(url.origin, url.pathname);
    }
    const known = this.#known(origin);
    if (known === undefined) {
      return undefined;
    }
    const plain = withoutQuery(path);
    const endpoint = known.endpoints.find(
      ({ pathPrefix }) => plain.startsWith(pathPrefix) && (pathPrefix === '' || plain[pathPrefix.length] === '/')
    );
    return (
      endpoint && {
        provider: endpoint.provider,
        serverAddress: known.address,
        serverPort: known.port,
        path: plain,
      }
    );
  }

  /** The provider and format of a request; `unread` where the host is a provider's but the path is none we can read. */
  match(origin: string, path: string): Match | 'unread' | undefined {
    if (this.#last?.path === path && this.#last.origin === origin) {
      return this.#last.match;
    }
    const matches = this.#known(origin)?.matches;
    // Keys stand in queries; a proxy's whole URLs name other hosts.
    if (matches === undefined || path.includes('?') || !path.startsWith('/')) {
      return this.#match(origin, path);
    }
    let match = matches.get(path);
    if (match === undefined) {
      match = this.#match(origin, path);
      if (matches.size >= MAX_PATHS) {
        matches.clear();
      }
      matches.set(path, match);
    }
    if (match !== undefined) {
      this.#last = { origin, path, match };
    }
    return match;
  }

  #match(origin: string, path: string): Match | 'unread' | undefined {
    const at = this.provider(origin, path);
    if (at === undefined) {
      return undefined;
    }
    const plain = at.path;
    const format = formatOf(at.provider, plain);
    if (format === undefined) {
      return 'unread';
    }
    const facts = format.fromPath?.(plain);
    return {
      provider: at.provider,
      format,
      address: at.serverAddress,
      port: at.serverPort,
      model: facts?.model ?? modelIn(plain),
      account: facts?.account,
      operation: facts?.operation ?? format.operation,
    };
  }

  #known(origin: string): Origin | undefined {
    const known = this.#origins.get(origin);
    if (known !== undefined || this.#origins.has(origin)) {
      return known;
    }
    if (this.#origins.size >= MAX_ORIGINS) {
      this.#origins.clear();
    }
    const found = this.#lookUp(origin);
    this.#origins.set(origin, found);
    return found;
  }

  #lookUp(origin: string): Origin | undefined {
    if (!URL.canParse(origin)) {
      return undefined;
    }
    const url = new URL(origin);
    const endpoints = this.#endpoints.filter(({ host }) => fits(host, url.host));
    const port = url.port === '' ? (url.protocol === 'http:' ? 80 : 443) : Number(url.port);
    return endpoints.length === 0 ? undefined : { address: url.hostname, port, endpoints, matches: new Map() };
  }
}

function withoutQuery(path: string): string {
  const query = path.indexOf('?');
  return query < 0 ? path : path.slice(0, query);
}

function isPattern(host: string): boolean {
  return host.includes('*');
}

function fits(host: string, actual: string): boolean {
  const [start = '', end] = host.split('*', 2);
  return end === undefined
    ? host === actual
    : actual.length >= host.length && actual.startsWith(start) && actual.endsWith(end);
}

function formatOf(provider: string, path: string): WireFormat | undefined {
  const format = WIRE_FORMATS.find(
    ({ pathSuffix, pathPart = '', providers }) =>
      path.endsWith(pathSuffix) && path.includes(pathPart) && (providers?.includes(provider) ?? true)
  );
  return format === undefined || isFreePath(path) ? undefined : format;
}

function modelIn(path: string): string | undefined {
  const [, model] = MODEL.exec(path) ?? [];
  try {
    return model === undefined ? undefined : decodeURIComponent(model);
  } catch {
    return model;
  }
}
