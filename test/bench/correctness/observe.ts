/** Runs a case and writes down what it returned or threw: values, types and key order. */
export async function observe(run: () => Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify({ returned: plain(await run()) });
  } catch (error) {
    const { name, message, status, cause } = error as Error & { status?: number };
    return JSON.stringify({
      threw: { type: (error as object).constructor.name, name, message, status, cause: cause && String(cause) },
    });
  }
}

function plain(value: unknown): unknown {
  if (value === null || typeof value !== 'object') {
    return typeof value === 'function' ? `function ${value.name}` : value;
  }
  if (value instanceof Uint8Array) {
    return `bytes ${Buffer.from(value).toString('latin1')}`;
  }
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  const entries = Object.entries(value).map(([key, item]) => [key, plain(item)]);
  const type = value.constructor?.name;
  return Object.fromEntries([...(type === 'Object' ? [] : [['(type)', type]]), ...entries]);
}
