/** What a participant may say on their organisation's behalf in the team. */
export const MANDATES = ['MAY_DECIDE', 'MAY_PROPOSE', 'MUST_ANCHOR'] as const;
export type Mandate = (typeof MANDATES)[number];

export const PARTICIPANT_ACTIONS = ['participant.change', 'participant.leave'] as const;
export type ParticipantAction = (typeof PARTICIPANT_ACTIONS)[number];

/** People around the person who have no login: `question area → person`. */
export const CONTACT_KINDS = ['EMPLOYER', 'UNION', 'TRAINER', 'RELATIVE', 'GUARDIAN', 'GOD_MAN', 'FORVALTARE', 'PROXY', 'OTHER'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

export const CONTACT_ACTIONS = ['contact.change', 'contact.remove', 'contact.restore'] as const;
export type ContactAction = (typeof CONTACT_ACTIONS)[number];
