import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import { root } from '../../provisioning/embedded/settings.mjs';

interface Panel {
  readonly type: string;
  readonly options: object;
  readonly targets: readonly { readonly expr: string; readonly legendFormat: string; readonly range: boolean }[];
}

const DAY_MS = 86_400_000;

/**
 * Addresses that draw our panels in the preview, as the provisioned dashboard asks for them with every variable on
 * everything. The preview has no dashboard's annotations: the last recorded optimization stands in as the panel's own date.
 */
export async function panelPages(request: APIRequestContext): Promise<readonly { name: string; path: string }[]> {
  const board = path.join(root, 'provisioning/grafana/dashboards/daily.json');
  const { panels } = JSON.parse(readFileSync(board, 'utf8')) as { panels: readonly Panel[] };
  const recorded = await request.get('/api/plugin-proxy/aifinops-app/ledger/events');
  const { events = [] } = (await recorded.json()) as { events?: { record: { date: string; lever: string } }[] };
  const { date = '', lever = '' } =
    events.map(({ record }) => record).sort((a, b) => (a.date < b.date ? 1 : -1))[0] ?? {};
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const daily = { interval: '1d', intervalMs: DAY_MS, maxDataPoints: 2000, utcOffsetSec: 0 };
  return panels
    .filter(({ type }) => type.startsWith('aifinops-'))
    .map(({ type, options, targets }) => {
      const queries = targets.map(({ expr, legendFormat, range: isDrawn }) => ({
        ...{
          refId: 'A',
          datasource: { type: 'prometheus', uid: 'prometheus' },
          ...daily,
          legendFormat,
          range: isDrawn,
        },
        expr: expr.replaceAll(/"\$\w+"/g, '".*"'),
      }));
      // What has no dates, as bills, is asked for now.
      const to = targets.every((target) => target.range) ? today : Date.now();
      const range = { from: String(today - 90 * DAY_MS), to: String(to) };
      const search = new URLSearchParams({
        panes: JSON.stringify({ a: { datasource: 'prometheus', queries, range } }),
        panel: type,
        options: JSON.stringify({ ...options, ...(type.includes('optimization') && { date, what: lever }) }),
      });
      return { name: type, path: `/explore?${search.toString()}` };
    });
}
