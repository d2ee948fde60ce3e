import { z } from 'zod';
import { dayParameter } from '../fields/dayParameter.ts';
import { labelFilter } from '../fields/labelFilter.ts';

/** The parameters that say which sums are meant. */
export const BOOK_QUERY = z.strictObject({
  from: dayParameter('First day').optional(),
  to: dayParameter('Last day; today where it is left out').optional(),
  feature: labelFilter('this feature'),
  team: labelFilter('this team'),
  tenant: labelFilter('this tenant'),
  provider: labelFilter('this provider'),
  model: labelFilter('this model'),
  account: labelFilter('this account'),
  request_type: labelFilter('this request type'),
  environment: labelFilter('this environment'),
});
