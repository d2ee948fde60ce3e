import { Command } from 'commander';
import type { RecordChange } from '../records/recordChange.ts';
import type { RecordKind } from '../records/recordKind.ts';
import { apiTokenOption } from './apiTokenOption.ts';
import { changeRecord } from './changeRecord.ts';
import { givenFields } from './givenFields.ts';
import type { LedgerCaller } from './ledgerCaller.ts';
import { recordFieldOptions } from './recordFieldOptions.ts';
import { recordListCommand } from './recordListCommand.ts';
import { wholeNumber } from './wholeNumber.ts';

interface ChangeOptions extends LedgerCaller {
  readonly id?: string;
  readonly basedOn?: number;
  readonly because?: string;
  readonly json?: true;
  readonly [field: string]: unknown;
}

/** `ai-finops event …`, `ai-finops decision …`: a kind of record, kept by a running ledger. */
export function recordCommand(kind: RecordKind): Command {
  const one = kind.name.replace(/s$/, '');
  const run = async (options: ChangeOptions, change: RecordChange) => {
    const { entry, wasThere } = await changeRecord(kind, options, change);
    const words = `${one} ${entry.id} is ${entry.state}${wasThere ? ' already' : ''}, version ${entry.version}`;
    console.log(options.json ? JSON.stringify(entry, null, 2) : words);
  };
  const command = new Command(one).description(kind.says);
  const add = calling(new Command('add').description('Record a new one'));
  add.option('--id <id>', 'an id of your own: sent twice, it is recorded once');
  recordFieldOptions(kind, 'add').forEach((option) => add.addOption(option));
  add.action((options: ChangeOptions) =>
    run(options, { action: 'create', id: options.id, record: givenFields(kind, options) })
  );
  command.addCommand(add).addCommand(recordListCommand(kind, calling));

  for (const [name, action] of Object.entries(kind.actions)) {
    const change = calling(new Command(name).description(`For what is ${action.from.join(' or ')}`))
      .argument('<id>')
      .option('--based-on <version>', 'refuse where there is a newer one', wholeNumber(1, 999_999_999));
    if (action.needsNote) {
      change.requiredOption('--because <text>', 'why');
    } else {
      change.option('--because <text>', 'why');
    }
    if (action.mayChange) {
      recordFieldOptions(kind, 'edit').forEach((option) => change.addOption(option));
    }
    change.action((id: string, options: ChangeOptions) =>
      run(options, {
        ...{ action: name, id, version: options.basedOn, note: options.because },
        ...(action.mayChange && { record: givenFields(kind, options) }),
      })
    );
    command.addCommand(change);
  }
  return command;
}

function calling(command: Command): Command {
  return command
    .option('--api <url>', 'the running ledger', 'http://127.0.0.1:4321')
    .addOption(apiTokenOption())
    .option('--as <name>', 'who records it; believed by a ledger that asks for a token')
    .option('--json', 'the whole entry, as JSON');
}
