import { MESSAGE_KINDS, type MessageKind } from '@samspel/shared/citizen/voice.ts';
import { mayAnswerMessage, maySeeMessage, type MessageFacts } from './voice.policy.ts';

const karin = { id: 'karin', organisationId: 'fk' };
const facts = (more: Partial<MessageFacts>): MessageFacts => ({
  ...{ kind: 'STOP', state: 'OPEN', responsibleId: 'lena', organisationId: null, inTeam: true, readsItem: false },
  ...more,
});
const answer = (kind: MessageKind, more: Partial<MessageFacts> = {}): string => {
  const decision = maySeeMessage(karin, facts({ kind, ...more }));
  return decision.allowed ? 'yes' : decision.because;
};

describe('who sees a message', () => {
  const table: Record<MessageKind, [outside: string, inTeam: string, readsItem: string, itsOrganisation: string]> = {
    STOP: ['not_in_team', 'yes', 'yes', 'yes'],
    CALL_ME: ['not_in_team', 'yes', 'yes', 'yes'],
    WANT_MEETING: ['not_in_team', 'yes', 'yes', 'yes'],
    COMMENT: ['not_in_team', 'item_not_shared', 'yes', 'item_not_shared'],
    OBJECTION: ['not_in_team', 'item_not_shared', 'yes', 'item_not_shared'],
    LOG_QUESTION: ['not_in_team', 'not_about_you', 'not_about_you', 'yes'],
  };

  it.each(MESSAGE_KINDS)('%s', (kind) => {
    const seen = [{ inTeam: false }, {}, { readsItem: true }, { organisationId: 'fk' }].map((more) => answer(kind, more));
    expect(seen).toEqual(table[kind]);
  });

  it('always whoever is to see to it that the person is answered, and nobody outside by their organisation alone', () => {
    for (const kind of MESSAGE_KINDS) {
      expect(answer(kind, { responsibleId: 'karin', inTeam: false })).toBe('yes');
      expect(answer(kind, { organisationId: 'fk', inTeam: false, readsItem: true })).toBe('not_in_team');
    }
  });
});

it.each([
  ['OPEN', { allowed: true }],
  ['ANSWERED', { allowed: false, because: 'message_answered' }],
  ['WITHDRAWN', { allowed: false, because: 'message_withdrawn' }],
] as const)('one that is %s: answering is %j', (state, decision) => {
  expect(mayAnswerMessage({ state })).toEqual(decision);
});
