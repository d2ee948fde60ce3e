import { splitNames } from '@ai-finops/ledger/analysis';
import { Field, MultiCombobox } from '@grafana/ui';
import React, { useId } from 'react';
import { loadLabelValues } from '../../data/loadLabelValues.ts';
import type { PromSource } from '../../data/promSource.ts';
import type { EventDraft } from './eventDraft.ts';

interface Props {
  readonly source: PromSource;
  readonly draft: EventDraft;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (name: string, names: string) => void;
}

type Side = 'feature' | 'model';

const SIDES: readonly { readonly name: string; readonly label: string; readonly of: Side; readonly says: string }[] = [
  {
    name: 'controlFeatures',
    label: 'Control group: features',
    of: 'feature',
    says: 'Others it did not touch: what moves their cost per request, too, is not its doing',
  },
  {
    name: 'controlModels',
    label: 'Control group: models',
    of: 'model',
    says: 'Other models, alone or of these features',
  },
];
const MOST = 200;

/** Who the optimization is measured against: features and models of the last 30 days but its own. */
export function ControlGroup({ source, draft, faults, onChange }: Props) {
  const id = useId();
  return SIDES.map(({ name, label, of, says }) => (
    <Field
      key={name}
      label={label}
      description={says}
      htmlFor={`${id}-${name}`}
      noMargin
      invalid={faults[name] !== undefined}
      error={faults[name]}
    >
      <MultiCombobox
        id={`${id}-${name}`}
        placeholder="None"
        isClearable
        options={(typed: string) => namesOf(source, draft, of, typed)}
        value={splitNames(draft[name])}
        onChange={(chosen) => onChange(name, chosen.map(({ value }) => value).join(', '))}
      />
    </Field>
  ));
}

async function namesOf(source: PromSource, draft: EventDraft, of: Side, typed: string) {
  const all = await loadLabelValues(source, of, draft['environment'] || undefined, Date.now());
  const wanted = typed.toLocaleLowerCase();
  return all
    .filter((value) => value !== '' && value !== draft[of] && !value.includes(','))
    .filter((value) => value.toLocaleLowerCase().includes(wanted))
    .slice(0, MOST)
    .map((value) => ({ value, label: value }));
}
