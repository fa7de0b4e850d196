import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DEMO_ACCOUNTS } from '@samspel/dev-idp/accounts.ts';
import { Open } from '../access/route-access.ts';

/** An invented person of the demo town and the `login_hint` that signs them in. */
export interface DemoAccountView {
  hint: string;
  name: string;
  audience: 'staff' | 'citizen';
  /** Swedish, one line. */
  what: string;
}

/** Only the demo has this address, so the API's document does not. */
@ApiExcludeController()
@Controller('demo/accounts')
export class DemoAccountsController {
  @Get()
  @Open()
  list(): DemoAccountView[] {
    return DEMO_ACCOUNTS.map(({ hint, givenName, familyName, audience, what }) => ({ hint, name: `${givenName} ${familyName}`, audience, what }));
  }
}
