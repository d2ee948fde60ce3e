import { judgeDays } from './judgeDays.ts';
import { judgeOpenDay } from './judgeOpenDay.ts';

/** What a thread may be asked to judge. */
export const LOOKS = { closed: judgeDays, open: judgeOpenDay };

export type LookName = keyof typeof LOOKS;
export type LookRequest<Name extends LookName> = Parameters<(typeof LOOKS)[Name]>[1];
export type LookAnswer<Name extends LookName> = ReturnType<(typeof LOOKS)[Name]>;
