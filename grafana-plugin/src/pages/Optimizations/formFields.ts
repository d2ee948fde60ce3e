interface FormField {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly type: 'text' | 'date';
  readonly isRequired?: boolean;
}

/** The fields of the form that are one line, in the order one thinks of them. */
export const FORM_FIELDS: readonly FormField[] = [
  { name: 'date', label: 'Date', description: 'UTC day it took effect', type: 'date', isRequired: true },
  { name: 'fullDate', label: 'In force everywhere', description: 'Where it was rolled out over days', type: 'date' },
  { name: 'owner', label: 'Owner', description: 'Who answers for it', type: 'text', isRequired: true },
  { name: 'feature', label: 'Feature', description: 'Empty: all of them', type: 'text' },
  { name: 'requestType', label: 'Request type', type: 'text' },
  { name: 'team', label: 'Team', type: 'text' },
  { name: 'provider', label: 'Provider', type: 'text' },
  { name: 'model', label: 'Model', description: 'The one before', type: 'text' },
  { name: 'environment', label: 'Environment', type: 'text' },
  { name: 'expectedUsdPerMonth', label: 'Expected saving', description: 'USD a month', type: 'text' },
  { name: 'qualityBar', label: 'Quality bar', description: 'Mean score it may not fall below', type: 'text' },
  {
    name: 'turnaroundBarHours',
    label: 'Turnaround bar',
    description: 'Hours its batches may take on average',
    type: 'text',
  },
];

/** Every field of the form. */
export const DRAFT_FIELDS: readonly string[] = [
  'lever',
  ...FORM_FIELDS.map(({ name }) => name),
  ...['controlFeatures', 'controlModels', 'note'],
];
