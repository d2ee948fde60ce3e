import type { ResponseFields } from './responseFields.ts';

type Counted =
  | 'audioInputTokens'
  | 'audioCacheReadTokens'
  | 'audioOutputTokens'
  | 'imageInputTokens'
  | 'imageCacheReadTokens'
  | 'imageOutputTokens';

const FIELD: Readonly<Record<string, Counted>> = {
  'promptModalityTokens AUDIO': 'audioInputTokens',
  'promptModalityTokens IMAGE': 'imageInputTokens',
  'cacheModalityTokens AUDIO': 'audioCacheReadTokens',
  'cacheModalityTokens IMAGE': 'imageCacheReadTokens',
  'candidatesModalityTokens AUDIO': 'audioOutputTokens',
  'candidatesModalityTokens IMAGE': 'imageOutputTokens',
};
/** A hostile answer must not grow the set without end. */
const MAX_QUERIES = 1000;

/** Takes what needs its neighbour: counts by modality, and search queries, of which only a hash is held. */
export function takeGoogleField(fields: ResponseFields, field: string, value: string | number): boolean {
  if (field === 'modality') {
    fields.modality = String(value);
  } else if (field.endsWith('ModalityTokens')) {
    fields.modalityTokens = [field, Number(value)];
  } else if (field === 'searchQuery') {
    fields.searchQueries ??= new Set();
    if (fields.searchQueries.size < MAX_QUERIES) {
      fields.searchQueries.add(process.getBuiltinModule('node:crypto').hash('sha256', String(value), 'base64'));
    }
    return true;
  } else {
    return false;
  }
  const { modality, modalityTokens } = fields;
  if (modality !== undefined && modalityTokens !== undefined) {
    const counted = FIELD[`${modalityTokens[0]} ${modality}`];
    if (counted !== undefined) {
      fields[counted] = modalityTokens[1];
    }
    fields.modality = undefined;
    fields.modalityTokens = undefined;
  }
  return true;
}
