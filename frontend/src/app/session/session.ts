/** Who is signed in and as what, by the names the client uses. */
export type { OwnAssignment as Assignment, SessionView as Session, SignInAudience as Audience } from '@samspel/shared/api.ts';
