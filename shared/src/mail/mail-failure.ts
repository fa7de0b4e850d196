/** Why a mail was given up. A code only: what a mail server answers may name people. */
export const MAIL_FAILURE_REASONS = [
  'REFUSED',
  'SERVER_BUSY',
  'SERVER_UNREACHABLE',
  'SERVER_SIGN_IN',
  'UNWRITABLE',
  'MALFORMED',
  'TIMED_OUT',
] as const;
export type MailFailureReason = (typeof MAIL_FAILURE_REASONS)[number];
