import type { Calibration } from '../queries/calibration.ts';
import type { Choice } from './choice.ts';

/**
 * What costs are multiplied by: nothing where estimates are chosen, no final bill is there, or the page is about tenants.
 * The books do not keep at which provider a tenant's cost arose, and rows have to add up to what stands above them.
 */
export function chooseCalibration(
  choice: Pick<Choice, 'basis' | 'by' | 'then' | 'filters'>,
  known: readonly Calibration[]
): readonly Calibration[] | undefined {
  return choice.basis === 'estimate' || known.length === 0 || isOfTenants(choice) ? undefined : known;
}

const isOfTenants = ({ by, then, filters }: Pick<Choice, 'by' | 'then' | 'filters'>): boolean =>
  by === 'tenant' || then === 'tenant' || filters.some(({ label }) => label === 'tenant');
