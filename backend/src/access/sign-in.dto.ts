import { OneOf, Text } from '../platform/openapi/fields.ts';

export class SignInQuery {
  @OneOf(['staff', 'citizen'], 'SignInAudience', { description: 'Which kind of identity to sign in with.', example: 'staff' })
  audience: 'staff' | 'citizen';

  @Text(1, 100, { description: 'Demo only: an account to sign in as without a question.', example: 'karin.fk', optional: true })
  login_hint?: string;

  @Text(1, 500, { description: 'A path of this site to go on to.', example: '/arenden', optional: true })
  returnTo?: string;

  @OneOf(['true', 'false'], 'SignInFresh', { description: 'Identify again although a sign-in exists (step-up).', example: 'true', optional: true })
  fresh?: 'true' | 'false';
}

export class SignOut {
  @OneOf(['staff', 'citizen'], 'SignInAudience', {
    description: 'Which session to end, where a browser has both; the staff one unless told.',
    example: 'staff',
    optional: true,
  })
  audience?: 'staff' | 'citizen';
}
