import { locationService } from '@grafana/runtime';
import { configure } from '@testing-library/react';
import React, { type ReactNode, useLayoutEffect, useState } from 'react';
import { type Navigator, Router } from 'react-router';

// A page's first render takes seconds where several suites share a core.
configure({ asyncUtilTimeout: 10_000 });

/** Grafana's router: a change of the URL from anywhere shows. */
export function Routed({ children }: { readonly children: ReactNode }) {
  const history = locationService.getHistory();
  const [at, setAt] = useState(() => locationService.getLocation());
  useLayoutEffect(() => history.listen(setAt), [history]);
  return (
    <Router location={at} navigator={history as unknown as Navigator}>
      {children}
    </Router>
  );
}
