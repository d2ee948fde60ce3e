import { instrument } from './instrument.ts';

instrument({ startSdk: true });
