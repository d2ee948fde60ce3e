import path from 'node:path';
import { root } from './settings.mjs';

/** Who answers for the demo company's AI cost, and what it may cost. */
export const ownersFile = path.join(root, 'test/workload/finops.yaml');
