import type { Component } from '../contract/index.ts';

/** What a call used, by disjoint component: tokens, or uses for tool fees. Absent means none. */
export type Quantities = Readonly<Partial<Record<Component, number>>>;
