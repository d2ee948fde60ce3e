export { quotaGate } from './quotaGate.ts';
