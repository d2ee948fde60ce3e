interface Provisioned {
  readonly contactPoints?: readonly { readonly receivers: readonly { readonly uid: string }[] }[];
  readonly groups?: readonly { readonly rules: readonly { readonly uid: string }[] }[];
  readonly deleteRules?: readonly { readonly uid: string }[];
  readonly deleteContactPoints?: readonly { readonly uid: string }[];
}

/** Adds to alerting provisioning what the file before it had, or deleted, and this one has not. */
export function withDeletions(next: object, earlier: unknown): object {
  const [now, before] = [uidsIn(next as Provisioned), uidsIn((earlier ?? {}) as Provisioned)];
  const gone = (uids: readonly string[], kept: readonly string[]) =>
    [...new Set(uids)].filter((uid) => !kept.includes(uid)).map((uid) => ({ orgId: 1, uid }));
  const deleteRules = gone([...before.rules, ...before.deletedRules], now.rules);
  const deleteContactPoints = gone([...before.points, ...before.deletedPoints], now.points);
  return {
    ...next,
    ...(deleteRules.length > 0 && { deleteRules }),
    ...(deleteContactPoints.length > 0 && { deleteContactPoints }),
  };
}

function uidsIn({ contactPoints = [], groups = [], deleteRules = [], deleteContactPoints = [] }: Provisioned) {
  const uids = (items: readonly { readonly uid: string }[]) => items.map(({ uid }) => uid);
  return {
    rules: groups.flatMap(({ rules }) => uids(rules)),
    points: contactPoints.flatMap(({ receivers }) => uids(receivers)),
    deletedRules: uids(deleteRules),
    deletedPoints: uids(deleteContactPoints),
  };
}
