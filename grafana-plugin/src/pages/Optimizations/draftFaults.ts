import { controlFault } from '@ai-finops/ledger/analysis';
import type { EventDraft } from './eventDraft.ts';

const DAY = /^\d{4}-\d\d-\d\d$/;
const AMOUNT = /^(0|[1-9]\d{0,11})(\.\d{1,9})?$/;
const NEEDED = {
  lever: 'Choose what was done.',
  date: 'Say which UTC day it took effect.',
  owner: 'Say who answers for it.',
};

/** What is wrong with the draft, by field; nothing where it can be recorded. */
export function draftFaults(draft: EventDraft): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {};
  for (const [field, words] of Object.entries(NEEDED)) {
    if ((draft[field] ?? '').trim() === '') {
      faults[field] = words;
    }
  }
  for (const field of ['date', 'fullDate']) {
    const text = draft[field] ?? '';
    if (text !== '' && (!DAY.test(text) || Number.isNaN(Date.parse(text)))) {
      faults[field] = 'A UTC day: YYYY-MM-DD.';
    }
  }
  for (const field of ['expectedUsdPerMonth', 'qualityBar', 'turnaroundBarHours']) {
    const text = (draft[field] ?? '').trim();
    if (text !== '' && !AMOUNT.test(text)) {
      faults[field] = 'A plain number, such as 1200 or 0.88.';
    }
  }
  const control = controlFault(draft);
  return control ? { ...faults, [control.field]: `${control.why}.` } : faults;
}
