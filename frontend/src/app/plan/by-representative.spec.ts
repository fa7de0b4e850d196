import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, computed, input, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { type CaseView, type PlanAgreementView, type PlanVersionRowView } from '@samspel/shared/api.ts';
import { CaseStore } from '../case/case-store.ts';
import { SessionStore } from '../session/session.store.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { Words } from '../text/words.ts';
import { ItemFrame } from './item-frame.ts';
import { PlanDesk } from './plan-desk.ts';
import { LENA, part, plan } from './plans.testing.ts';
import { VersionRow } from './version-row.ts';

const AGREED: PlanAgreementView = {
  organisation: null,
  staff: null,
  person: true,
  stance: 'AGREES',
  recordedForm: null,
  viaRepresentative: false,
  at: '2026-11-12T08:00:00Z',
};

@Component({
  imports: [ItemFrame, VersionRow],
  template: `
    <app-item-frame [item]="words()" [view]="view" [name]="words().text" section="WHAT_MATTERS" />
    <ul>
      <li [appVersion]="version()" [plan]="plan" givenName="Eva" [latest]="true"></li>
    </ul>
  `,
})
class Page {
  readonly via = input(false);
  readonly plan = plan();
  readonly view = { id: 'c1', person: { givenName: 'Eva', familyName: 'Lind' }, participants: [], consents: { items: [] } } as unknown as CaseView;
  readonly words = computed(() => part({ organisation: null, author: null, byPerson: true, viaRepresentative: this.via() }));
  readonly version = computed<PlanVersionRowView>(() => ({
    ...{ number: 1, publishedAt: '2026-11-10T08:00:00Z', by: LENA, reason: 'Första versionen', type: 'SIP' },
    agreements: [{ ...AGREED, viaRepresentative: this.via() }],
  }));
}

async function said(viaRepresentative: boolean): Promise<{ words: string; agreement: string }> {
  TestBed.configureTestingModule({
    providers: [
      provideTexts('plan', 'case', 'ui'),
      provideRouter([]),
      provideHttpClient(),
      provideHttpClientTesting(),
      PlanDesk,
      { provide: CaseStore, useValue: { whileWriting: () => undefined, reload: () => undefined } },
      { provide: SessionStore, useValue: { assignment: signal(null), today: signal('2026-11-23') } },
    ],
  });
  const fixture = TestBed.createComponent(Page);
  fixture.componentRef.setInput('via', viaRepresentative);
  await TestBed.inject(Words).need('plan', 'case', 'ui');
  await fixture.whenStable();
  const text = (selector: string): string => (fixture.nativeElement as HTMLElement).querySelector(selector)?.textContent ?? '';
  return { words: text('.item-frame__facts'), agreement: text('ul.see') };
}

describe('what somebody has said for the person, as the team reads it', () => {
  it('is marked beside the words and beside the agreement', async () => {
    const { words, agreement } = await said(true);
    expect(words).toContain('Genom ombud');
    expect(agreement).toContain('Eva står bakom den');
    expect(agreement).toContain('(genom ombud)');
  });

  it('is not marked when the person said it', async () => {
    const { words, agreement } = await said(false);
    expect(agreement).toContain('Eva står bakom den');
    expect(`${words} ${agreement}`).not.toMatch(/ombud/i);
  });
});
