const KEY = Symbol.for('ai-finops.baggage.v1');

/** Whether attribution is carried between services: one answer for the whole process. */
export const baggageState: { isOn: boolean } = shared();

function shared(): { isOn: boolean } {
  const slots = globalThis as { [KEY]?: { isOn: boolean } };
  return (slots[KEY] ??= { isOn: false });
}
