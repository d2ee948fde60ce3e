import { seededRandom } from '../seededRandom.ts';

const WORDS = (
  'account agreement amount annual answer approval before between billing branch carrier change claim clause closing ' +
  'contract control copy cost country cover customer date deadline delay delivery department deposit discount document ' +
  'due early error evidence exception exchange export fee final form goods handling holder import increase interest ' +
  'invoice item late letter liability limit line local loss manager margin notice number offer office order owner paid ' +
  'part payment penalty period plan policy port price process product quality quarter rate reason receipt record refund ' +
  'region renewal rent report request rule sale schedule section service shipment signed site standard statement stock ' +
  'storage supplier support tariff tax term third total transfer unit until update value vendor version waiver weight'
).split(' ');

/**
 * About `tokens` tokens of text that is always the same for the same title: handbooks, documents and changes for the
 * demo services to send.
 */
export function referenceText(title: string, tokens: number): string {
  const random = seededRandom(title);
  let text = `${title}.`;
  while (text.length < tokens * 4) {
    text += ` ${WORDS[Math.floor(random() * WORDS.length)]}`;
  }
  return text;
}
