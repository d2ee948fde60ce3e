import { type Assumed, LAUNCH_FIELDS } from './assumed.ts';

/** The query string that reads as these assumptions; what nobody assumed is left out. Parameters of others are kept. */
export function writeAssumed(
  { usage, price, mix, planned, launch, hasLaunch, launchDay }: Assumed,
  search = ''
): string {
  const params = new URLSearchParams(search);
  for (const name of ['usage', 'price', 'mix', 'planned', 'launch', 'launchOn', 'launchDay']) {
    params.delete(name);
  }
  const set = (name: string, value: string | undefined) => value !== undefined && params.set(name, value);
  set('usage', usage === 1 ? undefined : String(usage));
  set('price', price === 0 ? undefined : String(price));
  set('mix', mix === 0 ? undefined : String(mix));
  planned.forEach((id) => params.append('planned', id));
  set(
    'launch',
    launch &&
      LAUNCH_FIELDS.map((field) => [launch[field].low, launch[field].likely, launch[field].high].join('~')).join('_')
  );
  set('launchOn', hasLaunch ? '1' : undefined);
  set('launchDay', launchDay);
  return params.toString();
}
