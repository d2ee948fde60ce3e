/** Whether another lever's effect is held fixed while `measured` are, so that it needs no dose of its own. */
export function isHeldOut(lever: string, measured: readonly string[]): boolean {
  switch (lever) {
    case 'contract':
      return !measured.includes('contract');
    case 'tier_routing':
      return !measured.includes('tier_routing');
    case 'batch_shifting':
      return !measured.includes('tier_routing') && !measured.includes('batch_shifting');
    default:
      return false;
  }
}
