import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { installPackages } from '../cache/installPackages.ts';
import type { Method, Projection } from './method.ts';

/** What a forecast of augurs looks like. */
interface Predicted {
  readonly point: Iterable<number>;
  readonly intervals?: { readonly lower: Iterable<number>; readonly upper: Iterable<number> };
}
interface Mstl {
  fit(history: Float64Array): void;
  predict(days: number, level: number): Predicted;
  free(): void;
}
interface Prophet {
  fit(training: { readonly ds: readonly number[]; readonly y: readonly number[] }): void;
  makeFutureDataframe(days: number, options: { readonly includeHistory: boolean }): unknown;
  predict(future: unknown): { readonly yhat: Predicted };
  free(): void;
}
interface Wasm {
  default(options: { readonly module_or_path: Uint8Array<ArrayBuffer> }): Promise<unknown>;
}

const PACKAGES = { '@bsull/augurs': '0.10.2', '@bsull/augurs-prophet-wasmstan': '0.2.0' };
const FIRST_DAY_S = Date.UTC(2026, 0, 1) / 1_000;
const DAY_S = 86_400;

/** From the same fit asked for, or fitted for, each of the two levels. */
function both(at: (level: number) => Predicted, back: (value: number) => number = (value) => value): Projection {
  const [wide, narrow] = [at(0.95), at(0.8)];
  const bound = (of: Predicted, side: 'lower' | 'upper') => Array.from(of.intervals?.[side] ?? [], back);
  return {
    usd: Array.from(wide.point, back),
    low: { 80: bound(narrow, 'lower'), 95: bound(wide, 'lower') },
    high: { 80: bound(narrow, 'upper'), 95: bound(wide, 'upper') },
  };
}

/** The methods of other people: MSTL with ETS, plain and on logarithms, and Prophet with its defaults and a week. */
export async function loadPeers(): Promise<Readonly<Record<'plain' | 'logarithms' | 'prophet', Method>>> {
  const folder = path.join(await installPackages('peer-augurs', PACKAGES), 'node_modules/@bsull');
  const load = async <Exports>(name: string) => {
    const module = (await import(pathToFileURL(path.join(folder, `augurs/${name}.js`)).href)) as Wasm & Exports;
    await module.default({ module_or_path: await readFile(path.join(folder, `augurs/${name}_bg.wasm`)) });
    return module;
  };
  const { MSTL } = await load<{ MSTL: { ets(periods: readonly number[]): Mstl } }>('mstl');
  const prophet = await load<{ Prophet: new (options: object) => Prophet }>('prophet');
  const stan = path.join(folder, 'augurs-prophet-wasmstan/prophet-wasmstan.js');
  const { optimizer } = (await import(pathToFileURL(stan).href)) as { optimizer: unknown };

  const mstl = (history: readonly number[], days: number, back?: (value: number) => number) => {
    const model = MSTL.ets([7]);
    model.fit(Float64Array.from(history));
    const projection = both((level) => model.predict(days, level), back);
    model.free();
    return projection;
  };
  const fitted = (history: readonly number[], days: number, level: number) => {
    const seasons = { weeklySeasonality: true, yearlySeasonality: false, dailySeasonality: false };
    const manual = Object.entries(seasons).map(([name, enabled]) => [name, { type: 'manual', enabled }]);
    const model = new prophet.Prophet({
      optimizer,
      intervalWidth: level,
      uncertaintySamples: 500,
      ...Object.fromEntries(manual),
    });
    model.fit({ ds: history.map((_, day) => FIRST_DAY_S + day * DAY_S), y: history });
    const { yhat } = model.predict(model.makeFutureDataframe(days, { includeHistory: false }));
    model.free();
    return yhat;
  };
  return {
    plain: (history, days) => mstl(history, days),
    logarithms: (history, days) => mstl(history.map(Math.log), days, Math.exp),
    prophet: (history, days) => both((level) => fitted(history, days, level)),
  };
}
