import type { Configuration } from 'webpack';
import { merge } from 'webpack-merge';
import grafanaConfig, { type Env } from './.config/webpack/webpack.config.ts';

/** create-plugin's configuration, plus: workspace packages are bundled from their TypeScript source. */
const config = async (env: Env): Promise<Configuration> =>
  merge(await grafanaConfig(env), { resolve: { conditionNames: ['@ai-finops/source', '...'] } });

export default config;
