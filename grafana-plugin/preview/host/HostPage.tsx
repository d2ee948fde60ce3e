import { type PluginPageProps, config } from '@grafana/runtime';
import { Text } from '@grafana/ui';
import { useLocation } from 'react-router';

const header = {
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  gap: 16,
  marginBottom: 16,
} as const;

/** A page's frame: title, subtitle, actions. */
export function HostPage({ children, pageNav, actions, subTitle = pageNav?.subTitle }: PluginPageProps) {
  const { pathname } = useLocation();
  const [app] = Object.values(config.apps) as unknown as { includes: { name: string; path: string }[] }[];
  return (
    <div>
      <div style={header}>
        <div>
          <Text element="h1">{pageNav?.text ?? app?.includes.find(({ path }) => path === pathname)?.name ?? ''}</Text>
          <Text color="secondary">{subTitle ?? ''}</Text>
        </div>
        {actions}
      </div>
      {children}
    </div>
  );
}
