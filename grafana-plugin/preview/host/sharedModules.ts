import * as emotionCss from '@emotion/css';
import * as emotionReact from '@emotion/react';
import * as grafanaData from '@grafana/data';
import * as grafanaRuntime from '@grafana/runtime';
import * as grafanaUi from '@grafana/ui';
import * as grafanaUiUnstable from '@grafana/ui/unstable';
import i18next from 'i18next';
import lodash from 'lodash';
import moment from 'moment';
import * as React from 'react';
import * as ReactDom from 'react-dom';
import * as ReactDomClient from 'react-dom/client';
import * as reactRouter from 'react-router';
import * as jsxRuntime from 'react/jsx-runtime';
import * as rxjs from 'rxjs';

const commonJs = (module: object) => ({ default: module, ...module, __useDefault: true });

/** What Grafana shares with plugins: they are built without these. */
export const sharedModules: Readonly<Record<string, object>> = {
  '@emotion/css': emotionCss,
  '@emotion/react': emotionReact,
  '@grafana/data': grafanaData,
  '@grafana/runtime': grafanaRuntime,
  '@grafana/ui': grafanaUi,
  '@grafana/ui/unstable': grafanaUiUnstable,
  i18next: { default: i18next, __useDefault: true },
  lodash: { default: lodash, __useDefault: true },
  moment: { default: moment, __useDefault: true },
  react: commonJs(React),
  'react-dom': commonJs(ReactDom),
  'react-dom/client': commonJs(ReactDomClient),
  'react-router': reactRouter,
  'react/jsx-runtime': commonJs(jsxRuntime),
  rxjs,
};
