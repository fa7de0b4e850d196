import { HttpClient, HttpContext } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../api/api.ts';
import { MAY_BE_SIGNED_OUT } from '../api/interceptor.ts';
import { ApiProblem } from '../api/problem.ts';
import { type Audience } from './session.ts';

export interface DemoAccount {
  readonly hint: string;
  readonly name: string;
  readonly audience: Audience;
  readonly what: string;
}

/** The invented people of the demo town; outside the demo the address does not exist. */
@Injectable({ providedIn: 'root' })
export class DemoAccounts {
  private readonly http = inject(HttpClient);
  private accounts: Promise<readonly DemoAccount[]> | null = null;

  /** Empty when this is not the demo. */
  list(): Promise<readonly DemoAccount[]> {
    this.accounts ??= this.ask();
    return this.accounts;
  }

  private async ask(): Promise<readonly DemoAccount[]> {
    try {
      const context = new HttpContext().set(MAY_BE_SIGNED_OUT, true);
      return await firstValueFrom(this.http.get<readonly DemoAccount[]>(apiUrl('/demo/accounts'), { context }));
    } catch (error) {
      // The sign-in page must work without the list; only a clear "no such thing" is remembered.
      if (ApiProblem.from(error).status !== 404) this.accounts = null;
      return [];
    }
  }
}
