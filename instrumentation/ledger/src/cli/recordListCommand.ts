import { Command } from 'commander';
import { alignColumns } from '../prices/alignColumns.ts';
import type { RecordKind } from '../records/recordKind.ts';
import type { LedgerCaller } from './ledgerCaller.ts';
import { listRecords } from './listRecords.ts';

interface ListOptions extends LedgerCaller {
  readonly state?: string;
  readonly history?: true;
  readonly json?: true;
}

/** Prints what there is of a kind of record. */
export function recordListCommand(kind: RecordKind, calling: (command: Command) => Command): Command {
  return calling(new Command('list').description('Print them, latest change first'))
    .option('--state <state>', 'only those in this state')
    .option('--history', 'every entry, not only the newest of each')
    .action(async (options: ListOptions) => {
      const { state, history } = options;
      const found = await listRecords(kind, options, { state, history: history && '1' });
      if (options.json) {
        return console.log(JSON.stringify(found, null, 2));
      }
      const needed = Object.entries(kind.fields.shape).filter(([, field]) => !field.safeParse(undefined).success);
      const rows = found.map(({ id, version, state: is, at, by, record }) => [
        ...[id, String(version), is, at.slice(0, 16), by.name],
        ...needed.map(([name]) => String(record[name] ?? '')),
      ]);
      const header = ['id', 'version', 'state', 'changed', 'by', ...needed.map(([name]) => name)];
      console.log(found.length === 0 ? `no ${kind.name}` : alignColumns([header, ...rows], new Set([1])).join('\n'));
    });
}
