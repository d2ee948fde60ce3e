import React from 'react';
import { NamedPage } from './NamedPage.tsx';

/** One tenant: what it costs to serve, and with what. */
export const TenantPage = ({ prometheusUid }: { readonly prometheusUid: string | undefined }) => (
  <NamedPage label="tenant" prometheusUid={prometheusUid} question="What does it cost to serve this tenant?" />
);
