import React from 'react';
import { NamedPage } from './NamedPage.tsx';

/** One feature: who answers for it, what it costs, and whether it drifts. */
export const FeaturePage = ({ prometheusUid }: { readonly prometheusUid: string | undefined }) => (
  <NamedPage
    label="feature"
    prometheusUid={prometheusUid}
    question="What does this feature cost, who answers for it, and does it drift?"
  />
);
