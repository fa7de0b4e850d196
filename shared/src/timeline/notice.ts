export const NOTICE_KINDS = [
  'invitation.answered',
  'join-request.made',
  'join-request.answered',
  'coordinator.asked',
  'coordinator.answered',
  'consent.withdrawn',
  'consent.last-withdrawn',
  'case.closed-to-you',
  'case.closed',
  'note.disclosed',
  'participant.joined',
  'participant.left',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
