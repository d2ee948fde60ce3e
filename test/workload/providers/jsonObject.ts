/** A parsed JSON object whose members are still to be looked at. */
export type JsonObject = Readonly<Record<string, unknown>>;
