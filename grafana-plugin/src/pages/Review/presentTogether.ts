interface Person {
  readonly role: string;
  readonly name: string;
}

/** Who was there by what is written and what is added; nobody twice, nobody lost. */
export function presentTogether(written: readonly Person[], added: readonly Person[]): Person[] {
  const named = added.map(({ role, name }) => ({ role, name: name.trim() })).filter(({ name }) => name !== '');
  return [...new Map([...written, ...named].map((one) => [JSON.stringify([one.role, one.name]), one])).values()];
}
