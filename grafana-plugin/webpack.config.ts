import CopyWebpackPlugin from 'copy-webpack-plugin';
import type { Configuration } from 'webpack';
import { merge } from 'webpack-merge';
import grafanaConfig, { type Env } from './.config/webpack/webpack.config.ts';

/**
 * create-plugin's configuration, plus: workspace packages are bundled from their TypeScript source, and nested panels
 * keep their logos, which create-plugin copies for the app alone.
 */
const config = async (env: Env): Promise<Configuration> =>
  merge(await grafanaConfig(env), {
    resolve: { conditionNames: ['@ai-finops/source', '...'] },
    plugins: [new CopyWebpackPlugin({ patterns: [{ from: 'panels/*/img/*.svg', to: '.' }] })],
  });

export default config;
