import { type PluginPageProps, config } from '@grafana/runtime';
import { Tab, TabsBar, Text } from '@grafana/ui';
import { useLocation } from 'react-router';

/** A page's frame: title, subtitle, actions, tabs. */
export function HostPage({ children, pageNav, actions, renderTitle, subTitle }: PluginPageProps) {
  const { pathname } = useLocation();
  const include = Object.values(config.apps)[0] as unknown as { includes: { name: string; path: string }[] };
  const title = pageNav?.text ?? include.includes.find(({ path }) => path === pathname)?.name ?? '';
  const tabs = (pageNav?.children ?? pageNav?.parentItem?.children ?? []).filter(({ hideFromTabs }) => !hideFromTabs);
  return (
    <div style={{ padding: '24px 32px 48px', flex: 1, minWidth: 0 }}>
      <div
        style={{
          display: 'flex',
          flexWrap: 'wrap',
          justifyContent: 'space-between',
          gap: '8px 16px',
          marginBottom: 16,
        }}
      >
        <div>
          {renderTitle ? renderTitle(title) : <Text element="h1">{title}</Text>}
          <Text color="secondary">{subTitle ?? pageNav?.subTitle}</Text>
        </div>
        {actions}
      </div>
      {tabs.length > 0 && (
        <TabsBar>
          {tabs.map(({ url = '', text, active }) => (
            <Tab key={url} label={text} active={active ?? url === pathname} href={url} />
          ))}
        </TabsBar>
      )}
      {children}
    </div>
  );
}
