import { type MyAccessLogItem } from '@samspel/shared/api.ts';
import { type Words } from '../text/words.ts';

/** What somebody did, in plain words: the act itself where there are words for it, else whether they read or wrote. */
export function lookText(look: Pick<MyAccessLogItem, 'action'>, words: Words): string {
  const own = words.known(`citizen.look.${look.action.replaceAll('.', '-')}`);
  if (own !== undefined) return own;
  return words.t(/\.(read|list|listed|shown)$/.test(look.action) ? 'citizen.look.read' : 'citizen.look.worked');
}

/** Who it was. Where the organisation names nobody, that somebody who works there did. */
export function lookerText(look: Pick<MyAccessLogItem, 'name'>, words: Words): string {
  return look.name ?? words.t('citizen.looks.unnamed');
}
