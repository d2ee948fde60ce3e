import { BillingRefusal } from './billingRefusal.ts';

const DAY_MS = 86_400_000;

/** The query of a billing API; every method throws BillingRefusal (400) on what the real one refuses. */
export class BillingQuery {
  readonly #parameters: URLSearchParams;

  readonly #pageSizes: { readonly buckets: number; readonly rows: number };

  /** @param pageSizes the most of a page, whatever is asked for */
  constructor(parameters: URLSearchParams, pageSizes: { readonly buckets: number; readonly rows: number }) {
    this.#parameters = parameters;
    this.#pageSizes = pageSizes;
  }

  /** An array parameter, with or without brackets. */
  list(name: string, known: readonly string[], most = Infinity): string[] {
    const values = [...this.#parameters.getAll(name), ...this.#parameters.getAll(`${name}[]`)];
    const unknown = values.find((value) => !known.includes(value));
    if (unknown !== undefined || values.length > most) {
      throw new BillingRefusal(400, `${name}: ${unknown ?? `at most ${most}`}`);
    }
    return values;
  }

  limit(usual: number, most: number, of: 'buckets' | 'rows' = 'buckets'): number {
    const text = this.#parameters.get('limit');
    const value = text === null ? usual : Number(text);
    if (!Number.isInteger(value) || value < 1 || value > most) {
      throw new BillingRefusal(400, `limit: has to be from 1 to ${most}`);
    }
    return Math.min(value, this.#pageSizes[of]);
  }

  /** That buckets are of a day, which is all we simulate. */
  byDay(name: string): void {
    if ((this.#parameters.get(name) ?? '1d') !== '1d') {
      throw new BillingRefusal(400, `${name}: only 1d is simulated`);
    }
  }

  /** Seconds since the epoch. */
  seconds(name: string): number | undefined {
    return this.#moment(name, (text) => (/^\d+$/.test(text) ? Number(text) * 1_000 : NaN));
  }

  /** RFC 3339. */
  date(name: string): number | undefined {
    return this.#moment(name, Date.parse);
  }

  #moment(name: string, read: (text: string) => number): number | undefined {
    const text = this.#parameters.get(name);
    const ms = text === null ? undefined : read(text);
    if (Number.isNaN(ms)) {
      throw new BillingRefusal(400, `${name}: no time`);
    }
    return ms === undefined ? undefined : Math.floor(ms / DAY_MS) * DAY_MS;
  }

  /** Where the page begins that is asked for: tokens mean nothing to a client, and an unknown one is refused. */
  offset(): number {
    const page = this.#parameters.get('page');
    const [, at] = /^page_(\d+)$/.exec(page === null ? 'page_0' : Buffer.from(page, 'base64url').toString()) ?? [];
    if (at === undefined) {
      throw new BillingRefusal(400, 'page: unknown');
    }
    return Number(at);
  }
}
