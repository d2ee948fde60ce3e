import {
  type PluginExtensionAddedLinkConfig,
  PluginExtensionPoints,
  type RawTimeRange,
  rangeUtil,
} from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';
import { whatChangedHref } from './whatChangedHref.ts';

/** What a panel's menu and Explore hand over; the command palette has nothing. */
interface Context {
  readonly targets?: readonly { readonly expr?: unknown; readonly hide?: boolean | undefined }[];
  readonly timeRange?: RawTimeRange;
}

/** Grafana shows 22 letters of the title. plugin.json repeats title, description and targets. */
export const whatChangedLink: PluginExtensionAddedLinkConfig<Context> = {
  title: 'What changed here?',
  description: 'AI FinOps: what changed in AI cost, for the labels and the days of this query',
  targets: [
    PluginExtensionPoints.DashboardPanelMenu,
    PluginExtensionPoints.ExploreToolbarAction,
    PluginExtensionPoints.CommandPalette,
  ],
  icon: 'dollar-alt',
  // A path has to be there from the start; `configure` is called before there is a context, and often.
  path: '/a/aifinops-app/attribution',
  configure: (context) => {
    const { targets = [], timeRange } = context ?? {};
    const range = timeRange && rangeUtil.convertRawToRange(timeRange, 'utc');
    return {
      path: whatChangedHref({
        exprs: targets.flatMap(({ expr, hide }) => (typeof expr === 'string' && hide !== true ? [expr] : [])),
        range: range && { fromMs: range.from.valueOf(), toMs: range.to.valueOf() },
        nowMs: Date.now(),
        resolve: valuesOf,
      }),
    };
  },
};

/** The chosen values of a dashboard's variable; undefined where everything is chosen, or there is no such variable. */
function valuesOf(variable: string): readonly string[] | undefined {
  try {
    const chosen = JSON.parse(getTemplateSrv().replace(`\${${variable}:json}`)) as unknown;
    const values = (Array.isArray(chosen) ? chosen : [chosen]).filter((value) => typeof value === 'string');
    return values.length === 0 || values.includes('$__all') ? undefined : values;
  } catch {
    // All of them by a pattern (`.*`), or the name as it was: neither is JSON.
    return undefined;
  }
}
