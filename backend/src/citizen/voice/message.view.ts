import { availability } from '../../access/availability.ts';
import type { PersonMessageView } from './person-message.dto.ts';
import type { RatingView, VoiceView } from './voice.dto.ts';
import { mayAnswerMessage } from './voice.policy.ts';

export type StoredMessage = Omit<PersonMessageView, 'actions' | 'blocked'>;
export interface StoredVoice {
  openMessages: StoredMessage[];
  ratings: RatingView[];
}

export const messageView = (stored: StoredMessage): PersonMessageView => ({
  ...stored,
  ...availability({ 'message.answer': mayAnswerMessage(stored) }),
});

export const voiceView = ({ openMessages, ratings }: StoredVoice): VoiceView => ({
  openMessages: openMessages.map(messageView),
  rating: ratings.at(-1) ?? null,
  ratings,
});
