import { type AppPlugin, type AppPluginMeta, PluginContextProvider, ThemeContext } from '@grafana/data';
import { LocationServiceProvider, config, locationService } from '@grafana/runtime';
import { ErrorBoundaryAlert, GlobalStyles, PortalContainer, Text } from '@grafana/ui';
import { type CSSProperties, useEffect, useLayoutEffect, useState } from 'react';
import { type Navigator, Route, Router, Routes, useLocation } from 'react-router';
import { ExplorePage } from './ExplorePage.tsx';

/** Links inside pages are plain anchors: Grafana follows them without loading anew. */
function followLinks(event: MouseEvent) {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || link.target || link.download) {
    return;
  }
  const url = new URL(link.href);
  if (url.origin === location.origin) {
    event.preventDefault();
    locationService.push(url.pathname + url.search);
  }
}

function Pages({ plugin }: { plugin: AppPlugin }) {
  const { pathname } = useLocation();
  const meta = plugin.meta as AppPluginMeta;
  const { colors } = config.theme2;
  const Root = plugin.root;
  const Config = plugin.configPages?.[0]?.body;
  const border = `1px solid ${colors.border.weak}`;
  const item = (active: boolean): CSSProperties => ({
    display: 'block',
    padding: '6px 12px',
    borderRadius: 6,
    color: colors.text.primary,
    ...(active && { background: colors.action.selected }),
  });
  const pages = (meta.includes ?? []).filter(({ type, addToNav }) => String(type) === 'page' && addToNav);
  return (
    <div
      style={{ display: 'flex', flexDirection: 'column', minHeight: '100vh', background: colors.background.primary }}
    >
      <header style={{ padding: '9px 16px', borderBottom: border }}>
        <Text color="secondary">Home › More apps › </Text>
        <Text>{meta.name}</Text>
      </header>
      <div style={{ display: 'flex', flex: 1 }}>
        <nav style={{ flex: 'none', width: 180, padding: 12, borderRight: border }}>
          {[
            ...pages.map(({ name, path = '' }) => ({ name, path })),
            { name: 'Settings', path: `/plugins/${meta.id}` },
          ].map(({ name, path }) => (
            <a key={path} href={path} style={item(pathname === path)}>
              {name}
            </a>
          ))}
        </nav>
        <main style={{ display: 'flex', flex: 1, minWidth: 0 }}>
          <ErrorBoundaryAlert>
            <PluginContextProvider meta={meta}>
              <Routes>
                <Route
                  path="/a/:pluginId/*"
                  element={
                    Root && (
                      <Root
                        meta={meta}
                        basename={`/a/${meta.id}`}
                        path={pathname}
                        query={locationService.getSearchObject()}
                        onNavChanged={() => undefined}
                      />
                    )
                  }
                />
                <Route
                  path="/plugins/:pluginId"
                  element={
                    Config && (
                      <div style={{ padding: 32, flex: 1 }}>
                        <Config plugin={plugin} query={{}} />
                      </div>
                    )
                  }
                />
                <Route path="/explore" element={<ExplorePage />} />
                <Route
                  path="*"
                  element={<p style={{ padding: 24 }}>Grafana has a page here; the preview has not.</p>}
                />
              </Routes>
            </PluginContextProvider>
          </ErrorBoundaryAlert>
        </main>
      </div>
    </div>
  );
}

/** Grafana around the app: just enough of it to stand in. */
export function Shell({ plugin }: { plugin: AppPlugin }) {
  const history = locationService.getHistory();
  const [at, setAt] = useState(() => locationService.getLocation());
  useLayoutEffect(() => history.listen(setAt), [history]);
  useEffect(() => {
    document.addEventListener('click', followLinks);
    return () => document.removeEventListener('click', followLinks);
  }, []);
  return (
    <ThemeContext.Provider value={config.theme2}>
      <GlobalStyles />
      <LocationServiceProvider service={locationService}>
        <Router location={at} navigator={history as unknown as Navigator}>
          <Pages plugin={plugin} />
          <PortalContainer />
        </Router>
      </LocationServiceProvider>
    </ThemeContext.Provider>
  );
}
