type Labels = Readonly<Record<string, string>>;

/** A segment of a list by feature and model; where others have the same ones, by request type and tier as well. */
export function segmentName(labels: Labels, all: readonly { readonly labels: Labels }[]): string {
  const isSame = (label: string) => (one: { readonly labels: Labels }) => one.labels[label] === labels[label];
  const alike = all.filter(isSame('feature')).filter(isSame('model'));
  const told = ['provider', 'request_type', 'service_tier'].filter((label) => !alike.every(isSame(label)));
  const more = told.map((label) => labels[label] || (label === 'service_tier' ? 'standard' : '(none)'));
  const name = [labels['feature'], labels['model']].map((one) => one || '(none)').join(' on ');
  return more.length > 0 ? `${name} (${more.join(', ')})` : name;
}
