export const INVITATION_STATES = ['PENDING', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'STOPPED'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** What an invitation asks of the unit. One thing so far; the client puts it into words. */
export const INVITATION_QUESTIONS = ['JOIN_CARE_TEAM'] as const;
export type InvitationQuestion = (typeof INVITATION_QUESTIONS)[number];

export const INVITATION_ACTIONS = ['invitation.accept', 'invitation.decline', 'invitation.withdraw'] as const;
export type InvitationAction = (typeof INVITATION_ACTIONS)[number];

export const JOIN_REQUEST_STATES = ['PENDING', 'INVITED', 'REFUSED', 'STOPPED'] as const;
export type JoinRequestState = (typeof JOIN_REQUEST_STATES)[number];

export const JOIN_REQUEST_ACTIONS = ['join-request.invite', 'join-request.refuse'] as const;
export type JoinRequestAction = (typeof JOIN_REQUEST_ACTIONS)[number];

/** How somebody gave leave to be asked about (also the forms of a consent). */
export const ASKED_FORMS = ['ORAL', 'WRITTEN', 'DIGITALLY_SIGNED'] as const;
