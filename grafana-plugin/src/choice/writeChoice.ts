import type { Choice } from './choice.ts';
import { writeCallTime } from './callTimeText.ts';
import { writePeriod } from './periodText.ts';
import { readChoice } from './readChoice.ts';

const NOTHING = readChoice('');

/** The query string that reads as this choice; what nobody chose is left out. Parameters of others are kept. */
export function writeChoice(choice: Choice, search = ''): string {
  const params = new URLSearchParams(search);
  for (const name of [...params.keys()]) {
    if (name.startsWith('var-') || Object.hasOwn(PARAMS, name)) {
      params.delete(name);
    }
  }
  for (const { label, values } of choice.filters) {
    values.forEach((value) => params.append(`var-${label}`, value));
  }
  for (const [name, write] of Object.entries(PARAMS)) {
    const value = write(choice);
    if (value !== undefined && value !== write(NOTHING)) {
      params.set(name, value);
    }
  }
  return params.toString();
}

const PARAMS: Readonly<Record<string, (choice: Choice) => string | undefined>> = {
  environment: ({ environment }) => environment,
  period: ({ period }) => writePeriod(period),
  basis: ({ basis }) => basis,
  against: ({ against }) => against && writePeriod(against),
  by: ({ by }) => by,
  open: ({ open }) => open,
  then: ({ then }) => then,
  columns: ({ columns }) => columns,
  sort: ({ sort }) => sort,
  find: ({ find }) => find,
  chart: ({ chart }) => chart,
  table: ({ isTable }) => (isTable ? '1' : '0'),
  time: ({ time }) => writeCallTime(time),
  tab: ({ tab }) => tab,
  task: ({ task }) => task,
  cursor: ({ cursor }) => cursor,
  call: ({ call }) => call,
};
