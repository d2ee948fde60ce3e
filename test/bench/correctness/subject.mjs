import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { runSubject } from './runSubject.ts';

const library = process.env.BENCH_TAPPED === 'yes' ? await import('@ai-finops/instrumentation') : undefined;
await runSubject({ OpenAI, Anthropic, library, load: (name) => import(name) });
