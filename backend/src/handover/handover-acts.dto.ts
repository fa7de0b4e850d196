import { Equals } from 'class-validator';
import { MANDATES, type Mandate } from '@samspel/shared/care-team/care-team.ts';
import {
  ANSWER_MAX,
  ASKED_MAX,
  DECLINE_CODES,
  type DeclineCode,
  FIRST_CONTACT_PARTIES,
  type FirstContactParty,
  HANDOVER_DIRECTIONS,
  HANDOVER_REASON_MAX,
  HANDOVER_SCOPES,
  type HandoverDirection,
  type HandoverScope,
  QUESTION_MAX,
} from '@samspel/shared/handover/handover.ts';
import { Day, Flag, ListOfOneOf, ListOfText, OneOf, Text, Uuid } from '../platform/openapi/fields.ts';

/** A draft may lack words; sending it needs them. */
export class HandoverDraftInput {
  @Uuid({ description: 'The receiving unit.' }) toUnitId: string;
  @Text(0, ASKED_MAX, { description: 'What is asked, in words the receiver reads.', example: 'Ta över som ansvarig för nästa steg.', lines: true })
  asked: string;
  @Text(0, HANDOVER_REASON_MAX, {
    description: 'Why. No diagnosis and nothing from notes belongs here.',
    example: 'Eva är redo att börja söka arbete.',
    lines: true,
  })
  reason: string;
  @Day({ description: 'Latest day to answer, at most 30 days ahead.' }) answerBy: string;
  @ListOfText(0, 20, { description: 'Lines of the link’s checklist that are done.', example: [], optional: true }) checklist?: string[];
  @Uuid({ description: 'A colleague of one’s own organisation who is asked by name.', optional: true }) nomineeId?: string;
}

export class StartHandoverInput extends HandoverDraftInput {
  @OneOf(HANDOVER_SCOPES, 'HandoverScope', { description: 'What is handed over.' }) scope: HandoverScope;
  @Uuid({ description: 'Which activity, for the scope ACTIVITY alone.', optional: true }) activityId?: string;
  @Uuid({
    description: 'The handover before it in the chain; found by itself when the sender has an open one.',
    example: '01994e2a-7c11-7a30-9d7e-2f1b6a1d0c42',
    optional: true,
  })
  previousId?: string;
  @OneOf(HANDOVER_DIRECTIONS, 'HandoverDirection', { description: 'BACK goes to the unit it came from.', optional: true })
  direction?: HandoverDirection;
}

export class NominateInput {
  @Uuid({ description: 'Who is asked: somebody who works at the receiving side today.' }) assignmentId: string;
}

/** The receiver’s four questions, and when the person hears from them. */
export class AcceptHandoverInput {
  @Equals(true)
  @Flag({ description: 'I understand what is asked. Only true is accepted.' })
  understood: boolean;
  @Equals(true)
  @Flag({ description: 'It is possible. Only true is accepted.' })
  possible: boolean;
  @Text(1, ANSWER_MAX, { description: 'How I will do it.', example: 'Jag ringer Eva på fredag.', lines: true }) how: string;
  @OneOf(MANDATES, 'Mandate', { description: 'My mandate.' }) mandate: Mandate;
  @Day({ description: 'When I make the first contact: today or at most 30 days ahead.' }) firstContactOn: string;
  @Text(1, 80, { description: 'My role in the team; my title when absent.', example: 'handläggare', optional: true }) role?: string;
  @Text(0, 200, { description: 'Which questions go to me.', example: 'Arbete', optional: true }) questionArea?: string;
}

export class DeclineHandoverInput {
  @OneOf(DECLINE_CODES, 'DeclineCode', { description: 'Why not.' }) code: DeclineCode;
  @Uuid({ description: 'Where it belongs instead.', optional: true }) suggestedUnitId?: string;
  @Text(0, ANSWER_MAX, { description: 'In words the sender reads.', example: 'Pröva rehabkoordinatorn.', lines: true, optional: true }) text?: string;
}

export class AskSenderInput {
  @Text(1, QUESTION_MAX, { description: 'What the receiver needs to know.', example: 'När slutar sjukpenningen?', lines: true }) question: string;
}

export class AnswerReceiverInput {
  @Text(1, ANSWER_MAX, { description: 'The answer.', example: 'Den 31 mars.', lines: true }) answer: string;
}

export class FirstContactInput {
  @Day({ description: 'When it was; not in the future.' }) on: string;
  @ListOfOneOf(FIRST_CONTACT_PARTIES, 'FirstContactParty', 0, 2, { description: 'Who was there beside the new owner.' }) present: FirstContactParty[];
}

export class HoldInput {
  @Text(1, ANSWER_MAX, { description: 'Why, in words the sender’s and receiver’s team read.', example: 'Eva är på sjukhus.', lines: true })
  reason: string;
  @Day({ description: 'When it wakes: at most 30 days ahead.' }) until: string;
}

export class OutcomeInput {
  @Text(1, ANSWER_MAX, { description: 'How it went.', example: 'Eva har börjat arbetsträna.', lines: true }) outcome: string;
}
