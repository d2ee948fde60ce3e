import { pickTenant } from '../company/pickTenant.ts';
import { pickUser } from '../company/pickUser.ts';
import type { Visit } from './visit.ts';

const QUESTIONS = [
  'return policy?',
  'What is the notice period?',
  'When does our contract renew and who has to agree to the change?',
  'Which shipments of last week were late, and what do we owe for them?',
  'opening hours',
];

/** What users do, and how often (weights). */
const ROUTES = [
  { weight: 40, service: 'search-api', path: '/answers', feature: 'search', calls: 1, key: 'question' },
  { weight: 3, service: 'search-api', path: '/spelling', calls: 1, key: 'query' },
  { weight: 15, service: 'support-api', path: '/assistant', feature: 'assistant', calls: 2, key: 'message' },
  { weight: 22, service: 'support-api', path: '/tickets', calls: 1, key: 'ticket' },
  { weight: 6, service: 'documents-api', path: '/summaries', feature: 'summaries', calls: 1, key: 'title' },
  { weight: 3, service: 'documents-api', path: '/digests', calls: 1, key: 'title' },
  { weight: 3, service: 'engineering-api', path: '/reviews', calls: 2, key: 'change' },
] as const;
const WEIGHT = ROUTES.reduce((sum, route) => sum + route.weight, 0);

/** Draws the next visit: mostly production, a little staging (search alone), now and then a user who hangs up. */
export function nextVisit(random: () => number): Visit {
  let at = random() * WEIGHT;
  const route = ROUTES.find((candidate) => (at -= candidate.weight) < 0) ?? ROUTES[0];
  const subject = QUESTIONS[Math.floor(random() * QUESTIONS.length)] ?? 'help';
  const leaves = route.path === '/assistant' && random() < 0.05;
  const staging = route.service === 'search-api' && random() < 0.06;
  const tenant = pickTenant(random());
  return {
    ...route,
    environment: staging ? 'staging' : 'production',
    tenant,
    user: 'feature' in route ? pickUser(route.feature, tenant, random()) : undefined,
    body: { [route.key]: route.path === '/answers' ? subject : `${subject} #${Math.floor(random() * 900)}` },
    ...(leaves && { patienceMs: 60 + Math.floor(random() * 60) }),
  };
}
