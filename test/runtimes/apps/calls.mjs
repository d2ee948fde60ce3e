import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { makeCalls } from './makeCalls.cjs';

console.log(JSON.stringify(await makeCalls({ OpenAI, Anthropic })));
