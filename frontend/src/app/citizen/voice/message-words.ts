import { type Words } from '../../text/words.ts';
import { type IconName } from '../../ui/icon.ts';
import { type TagKind } from '../../ui/tag.ts';
import { type MyMessageView } from '@samspel/shared/api.ts';

/** "Här tar det stopp: Jag får inget svar." */
export function messageTitle({ kind, reason }: Pick<MyMessageView, 'kind' | 'reason'>, words: Words): string {
  const title = words.t(`voice.kind.${kind}`);
  return reason === null ? title : `${title}: ${words.t(`voice.reason.${reason}`)}`;
}

const LOOKS: Readonly<Record<MyMessageView['state'], { readonly kind: TagKind; readonly icon: IconName }>> = {
  OPEN: { kind: 'wait', icon: 'hourglass' },
  ANSWERED: { kind: 'done', icon: 'check-circle' },
  WITHDRAWN: { kind: 'plain', icon: 'undo' },
};

export function messageState({ state }: Pick<MyMessageView, 'state'>): (typeof LOOKS)[keyof typeof LOOKS] {
  return LOOKS[state];
}
