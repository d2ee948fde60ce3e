import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { usdText } from '../../../instrumentation/ledger/src/books/usdText.ts';

const DAYS = 31;
const ACCOUNTS = 16;
const MODELS = 12;
const METERS = ['input', 'output', 'cached input', 'cache write', 'reasoning', 'audio input', 'audio output'];
/** What one import adds up, whatever the rows: each key of each day. */
export const KEYS = DAYS * ACCOUNTS * MODELS * METERS.length;

const COLUMNS = [
  ...['BilledCost', 'EffectiveCost', 'BillingCurrency', 'ChargeCategory', 'ChargeDescription', 'ChargePeriodStart'],
  ...[
    'ChargePeriodEnd',
    'ConsumedQuantity',
    'ConsumedUnit',
    'ProviderName',
    'ServiceName',
    'SubAccountName',
    'SkuPriceDetails',
  ],
];

interface Written {
  readonly rows: number;
  readonly nanoUsd: bigint;
}

/** A month of FOCUS rows, `aDay` rows a day of each account, model and meter; no row costs what another does. */
export async function writeBill(path: string, aDay: number): Promise<Written> {
  const file = createWriteStream(path);
  let [rows, nanoUsd] = [0, 0n];
  const put = async (text: string) => {
    if (!file.write(text)) {
      await once(file, 'drain');
    }
  };
  await put(`${COLUMNS.join(',')}\n`);
  const hours = 24 / aDay;
  for (let day = 1; day <= DAYS; day += 1) {
    for (let part = 0; part < aDay; part += 1) {
      const [start, end] = [part, part + 1].map((at) => new Date(Date.UTC(2026, 9, day, at * hours)).toISOString());
      const lines: string[] = [];
      for (let account = 0; account < ACCOUNTS; account += 1) {
        for (let model = 0; model < MODELS; model += 1) {
          for (const meter of METERS) {
            rows += 1;
            const nano = 1_000_003n + BigInt(rows) * 7n;
            nanoUsd += nano;
            const [usd, name] = [usdText(nano), `model-${model}`];
            lines.push(
              `${usd},${usd},USD,Usage,"${name}, ${meter} tokens",${start},${end},${rows},Tokens,OpenAI,OpenAI API,account-${account},"{""ModelId"":""${name}""}"\n`
            );
          }
        }
      }
      await put(lines.join(''));
    }
  }
  file.end();
  await once(file, 'finish');
  return { rows, nanoUsd };
}
