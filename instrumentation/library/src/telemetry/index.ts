export { ClientMetrics } from './clientMetrics.ts';
