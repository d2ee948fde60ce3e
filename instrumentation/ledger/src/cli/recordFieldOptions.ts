import { InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import type { RecordKind } from '../records/recordKind.ts';

/** An option for each field of a kind of record; a list of links takes `--link feature=search` more than once. */
export function recordFieldOptions({ fields, idFields }: RecordKind, purpose: 'add' | 'edit'): Option[] {
  const taken = Object.entries(fields.shape).filter(([name]) => purpose === 'add' || !idFields?.includes(name));
  return taken.map(([name, field]) => {
    const description = z.globalRegistry.get(bare(field))?.description ?? name;
    if (name === 'links') {
      return new Option('--link <what=id>', `${description}: feature, event, opportunity, decision or url`)
        .argParser(link)
        .default([], 'none');
    }
    const isNeeded = purpose === 'add' && !z.safeParse(field, undefined).success;
    return new Option(`--${kebab(name)} <text>`, description)
      .argParser((text: string) => checked(field, text))
      .makeOptionMandatory(isNeeded);
  });
}

function bare(field: z.core.$ZodType): z.core.$ZodType {
  return field instanceof z.ZodOptional ? bare(field.unwrap()) : field;
}

function checked(field: z.core.$ZodType, text: string): unknown {
  const parsed = z.safeParse(field, text);
  if (!parsed.success) {
    throw new InvalidArgumentError(`Give ${parsed.error.issues[0]?.message ?? 'something else'}.`);
  }
  return parsed.data;
}

function link(text: string, before: readonly object[]): readonly object[] {
  const [, to, id] = /^([a-z]+)=(.+)$/.exec(text) ?? [];
  if (to === undefined) {
    throw new InvalidArgumentError('Give what it is about, such as feature=search.');
  }
  return [...before, { to, id }];
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
