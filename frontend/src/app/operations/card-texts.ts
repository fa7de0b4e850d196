import { type OrganisationCard, type OwnWord } from '@samspel/shared/api.ts';

export const PARTS = ['mission', 'canDecide', 'cannotDecide', 'timeLimits', 'contactWays'] as const;
export type PartName = (typeof PARTS)[number];
export type CardTexts = Readonly<Record<PartName, string>>;

export function textsOf(card: CardTexts | OrganisationCard | undefined): CardTexts {
  return {
    mission: card?.mission ?? '',
    canDecide: card?.canDecide ?? '',
    cannotDecide: card?.cannotDecide ?? '',
    timeLimits: card?.timeLimits ?? '',
    contactWays: card?.contactWays ?? '',
  };
}

/** The words with both halves; a row nobody filled in is no word. */
export function wordsFilled(words: readonly OwnWord[]): OwnWord[] {
  return words
    .map(({ word, meaning }) => ({ word: word.trim(), meaning: meaning.trim() }))
    .filter(({ word, meaning }) => word !== '' || meaning !== '');
}
