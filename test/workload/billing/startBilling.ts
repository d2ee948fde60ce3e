import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendJson } from '../providers/sendJson.ts';
import { anthropicAnalytics } from './anthropicAnalytics.ts';
import { anthropicCostReport } from './anthropicCostReport.ts';
import { anthropicUsageReport } from './anthropicUsageReport.ts';
import { BillingQuery } from './billingQuery.ts';
import { BillingRefusal } from './billingRefusal.ts';
import type { Charge } from './charge.ts';
import { ChargeBook } from './chargeBook.ts';
import { openaiCosts } from './openaiCosts.ts';
import { openaiUsage } from './openaiUsage.ts';

/** What the next request to a path meets instead of its answer. */
export interface Trouble {
  readonly path: string;
  /** So many requests to the path are answered before. */
  readonly after?: number;
  /** `cut`: half of the answer and then nothing; `held`: no answer at all, until the server is closed. */
  readonly answer: number | 'cut' | 'held';
  readonly retryAfterSeconds?: number;
}

export interface Billing {
  /** `http://127.0.0.1:<port>`: the base URL of both providers. */
  readonly url: string;
  readonly charges: ChargeBook;
  /** Path and page of every request. */
  readonly requests: readonly string[];
  /** Now, as the providers have it; what became known later is not told yet. */
  nowMs: number;
  /** The most of a page, whatever is asked for. */
  pageSizes: { buckets: number; rows: number };
  /** Whether OpenAI's costs have quantities. */
  hasQuantities: boolean;
  /** Whether the organisation has Anthropic's cost analytics. */
  hasAnalytics: boolean;
  /** Troubles are met once each, the earliest of a path first. */
  troubles: Trouble[];
  close(): Promise<void>;
}

export const ADMIN_KEYS = { openai: 'sk-admin-simulated-0123456789', anthropic: 'sk-ant-admin-simulated-0123456789' };

/** Starts the simulated billing APIs of OpenAI and Anthropic on a free port. */
export async function startBilling({ nowMs }: { nowMs: number }): Promise<Billing> {
  const requests: string[] = [];
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const billing: Billing = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    charges: new ChargeBook(),
    requests,
    nowMs,
    pageSizes: { buckets: 7, rows: 500 },
    hasQuantities: true,
    hasAnalytics: true,
    troubles: [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  function body(path: string, query: BillingQuery, { headers }: IncomingMessage): object {
    const told = (provider: Charge['provider']) => (fromMs: number, toMs: number) =>
      billing.charges.told(provider, fromMs, toMs, billing.nowMs);
    const { nowMs: now, hasQuantities, hasAnalytics } = billing;
    if (path.startsWith('/v1/organization/')) {
      allow(headers.authorization === `Bearer ${ADMIN_KEYS.openai}`, 401, 'Incorrect API key provided.');
      switch (path) {
        case '/v1/organization/costs':
          return openaiCosts(query, told('openai'), { nowMs: now, hasQuantities });
        case '/v1/organization/usage/completions':
          return openaiUsage(query, told('openai'), now);
      }
    }
    if (path.startsWith('/v1/organizations/')) {
      allow(headers['x-api-key'] === ADMIN_KEYS.anthropic, 401, 'invalid x-api-key');
      allow(headers['anthropic-version'] !== undefined, 400, 'anthropic-version: header is required');
      switch (path) {
        case '/v1/organizations/analytics/cost':
          allow(String(headers['anthropic-beta']).includes('analytics-usage-cost-2026-08-24'), 404, 'Not found');
          allow(hasAnalytics, 403, 'analytics are not enabled for this organization');
          return anthropicAnalytics(query, told('anthropic'), now);
        case '/v1/organizations/cost_report':
          return anthropicCostReport(query, told('anthropic'), now);
        case '/v1/organizations/usage_report/messages':
          return anthropicUsageReport(query, told('anthropic'), now);
      }
    }
    throw new BillingRefusal(404, `Unknown path ${path}`);
  }

  function nextTrouble(asked: string): Trouble | undefined {
    const at = billing.troubles.findIndex(({ path }) => path === asked);
    const found = billing.troubles[at];
    if (found?.after) {
      billing.troubles[at] = { ...found, after: found.after - 1 };
      return undefined;
    }
    return found && billing.troubles.splice(at, 1)[0];
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://localhost');
    requests.push(`${url.pathname}${url.searchParams.has('page') ? ` ${url.searchParams.get('page')}` : ''}`);
    const trouble = nextTrouble(url.pathname);
    if (trouble?.answer === 'held') {
      return;
    }
    if (typeof trouble?.answer === 'number') {
      const { answer: status, retryAfterSeconds: after } = trouble;
      sendJson(response, status, after === undefined ? {} : { 'retry-after': String(after) }, failure('try again'));
      return;
    }
    try {
      const shown = body(url.pathname, new BillingQuery(url.searchParams, billing.pageSizes), request);
      if (trouble?.answer === 'cut') {
        const text = JSON.stringify(shown);
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length });
        response.write(text.slice(0, text.length / 2), () => response.destroy());
        return;
      }
      sendJson(response, 200, {}, shown);
    } catch (error) {
      const status = error instanceof BillingRefusal ? error.status : 500;
      sendJson(response, status, {}, failure(error instanceof Error ? error.message : String(error)));
    }
  }

  return billing;
}

const failure = (message: string) => ({ error: { message, type: 'simulated' } });

function allow(isAllowed: boolean, status: number, message: string): void {
  if (!isAllowed) {
    throw new BillingRefusal(status, message);
  }
}
