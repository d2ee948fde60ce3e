import { featureWorth, userCost } from '../../data/economics.fixture.ts';
import { userCheck } from './userCheck.ts';

const said = (...features: Parameters<typeof userCheck>[0][number][]) => {
  const { isOver, value } = userCheck(features);
  return [isOver, value.replaceAll('\u202f', ' ')];
};
const lastMonth = userCost();

test('the feature furthest over what a user may cost, by the last whole month', () => {
  const search = featureWorth('search', { userCosts: { current: userCost({ perUserUsd: 90 }), lastMonth } });
  const toys = featureWorth('toys', { userCosts: { current: null, lastMonth }, userLimitUsd: 0.5 });
  expect(said(search)).toEqual([false, 'search $3.00 of $3.00, October 2026, from 84.0 % of its calls']);
  expect(said(search, toys)).toEqual([true, 'toys $3.00 of $0.500, October 2026, from 84.0 % of its calls']);
  const chat = featureWorth('chat', { userCosts: { current: null, lastMonth: userCost({ perUserUsd: 4 }) } });
  expect(said(search, toys, chat)[1]).toMatch(/^toys .*; 2 features over$/);
});

test('of an outside source its newest 30 days; of a first month what there is', () => {
  const outside = userCost({ source: 'outside', to: '2026-11-22', perUserUsd: 4, callShare: null });
  expect(said(featureWorth('search', { userCosts: { current: outside, lastMonth } }))).toEqual([
    ...[true, 'search $4.00 of $3.00, 30 days to Sun 22 Nov'],
  ]);
  const current = userCost({ to: '2026-11-22', perUserUsd: 1 });
  expect(said(featureWorth('search', { userCosts: { current, lastMonth: null } }))[1]).toMatch(/November 2026/);
});

test('where nobody counts people it is not known, never fine', () => {
  expect(said(featureWorth('search'))).toEqual([undefined, 'not known']);
});
