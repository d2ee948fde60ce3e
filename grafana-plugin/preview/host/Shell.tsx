import { type AppPlugin, type AppPluginMeta, PluginContextProvider, ThemeContext } from '@grafana/data';
import { LocationServiceProvider, config, locationService } from '@grafana/runtime';
import { ErrorBoundaryAlert, GlobalStyles, PortalContainer, Text } from '@grafana/ui';
import { useEffect, useLayoutEffect, useState } from 'react';
import { type Navigator, Route, Router, Routes, useLocation } from 'react-router';
import { ExplorePage } from './ExplorePage.tsx';

interface Props {
  plugin: AppPlugin;
  meta: AppPluginMeta;
}

/** Links inside pages are plain anchors: Grafana follows them without loading anew. */
function followLinks(event: MouseEvent) {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
  const own = link && new URL(link.href).origin === location.origin && !link.target && !link.download;
  if (own && !event.defaultPrevented && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    locationService.push(link.href.slice(location.origin.length));
  }
}

function Pages({ plugin, meta }: Props) {
  const path = useLocation().pathname;
  const { root: Root, configPages: [{ body: Config } = { body: undefined }] = [] } = plugin;
  const app = { meta, path, basename: `/a/${meta.id}`, query: locationService.getSearchObject() };
  return (
    <ErrorBoundaryAlert>
      <PluginContextProvider meta={meta}>
        <Routes>
          <Route path="/a/:pluginId/*" element={Root && <Root {...app} onNavChanged={() => undefined} />} />
          <Route path="/plugins/:pluginId" element={Config && <Config plugin={plugin} query={{}} />} />
          <Route path="/explore" element={<ExplorePage />} />
          <Route path="*" element={<p>Grafana has a page here; the preview has not.</p>} />
        </Routes>
      </PluginContextProvider>
    </ErrorBoundaryAlert>
  );
}

function Frame({ plugin, meta }: Props) {
  const { colors } = config.theme2;
  const background = colors.background.primary;
  const border = `1px solid ${colors.border.weak}`;
  const pages = (meta.includes ?? []).flatMap(({ name, path = '', addToNav }) => (addToNav ? [{ name, path }] : []));
  return (
    <div style={{ display: 'flex', flexDirection: 'column', minHeight: '100vh', background }}>
      <header style={{ padding: '9px 16px', borderBottom: border }}>
        <Text color="secondary">Home › More apps › {meta.name}</Text>
      </header>
      <div style={{ display: 'flex', flex: 1 }}>
        <nav style={{ flex: 'none', width: 148, padding: 16, borderRight: border }}>
          {[...pages, { name: 'Settings', path: `/plugins/${meta.id}` }].map(({ name, path }) => (
            <a key={path} href={path} style={{ display: 'block', padding: 6 }}>
              {name}
            </a>
          ))}
        </nav>
        <main style={{ flex: 1, minWidth: 0, padding: '24px 32px 48px' }}>
          <Pages plugin={plugin} meta={meta} />
        </main>
      </div>
    </div>
  );
}

/** Grafana around the app: just enough of it to stand in. */
export function Shell(props: Props) {
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
          <Frame {...props} />
          <PortalContainer />
        </Router>
      </LocationServiceProvider>
    </ThemeContext.Provider>
  );
}
