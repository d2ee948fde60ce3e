/** What the form holds, as it is typed. */
export type EventDraft = Readonly<Record<string, string>>;
