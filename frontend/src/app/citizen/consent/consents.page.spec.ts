import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { type MyProposalView } from '@samspel/shared/api.ts';
import { apiInterceptor } from '../../api/interceptor.ts';
import { AF, FK } from '../../handover/handovers.testing.ts';
import { provideTexts } from '../../text/texts.testing.ts';
import { Words } from '../../text/words.ts';
import { planView, REGION } from '../plan/my-plan.testing.ts';
import ConsentsPage from './consents.page.ts';

const PROPOSAL: MyProposalView = {
  id: 'q1',
  disclosingOrganisation: FK,
  purpose: 'Att hitta ett jobb som passar.',
  informationCategories: ['WORK', 'PLAN'],
  exclusions: 'Inte min hälsa.',
  recipients: [AF, REGION],
  validTo: '2027-03-31',
  state: 'PENDING',
  proposedAt: '2026-11-20T08:00:00Z',
  answeredAt: null,
  askedBy: 'Karin Berg',
  sees: [
    { organisation: AF, people: ['Ahmed Haddad', 'Sara Lundgren'], categories: ['WORK', 'PLAN'] },
    { organisation: REGION, people: [], categories: ['PLAN'] },
  ],
  notSeenCategories: ['HEALTH'],
};

async function open(language: 'sv' | 'sv-enkel' = 'sv'): Promise<{
  root: HTMLElement;
  http: HttpTestingController;
  settle: () => Promise<void>;
  answer: (items: readonly MyProposalView[]) => Promise<void>;
}> {
  TestBed.configureTestingModule({
    providers: [
      provideTexts('citizen', 'my-consent', 'ui', 'problem'),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
    ],
  });
  await TestBed.inject(Words).use(language);
  const fixture = TestBed.createComponent(ConsentsPage);
  const http = TestBed.inject(HttpTestingController);
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 6; i++) {
      for (let k = 0; k < 5; k++) await Promise.resolve();
      fixture.detectChanges();
      TestBed.tick();
    }
  };
  const answer = async (items: readonly MyProposalView[]): Promise<void> => {
    const bodies: Readonly<Record<string, object>> = {
      '/api/v1/me/consents': { items: [] },
      '/api/v1/me/consent-proposals': { items },
      '/api/v1/me/plan': planView(),
    };
    for (const request of http.match(({ method }) => method === 'GET')) request.flush(bodies[request.request.url]!);
    await settle();
  };
  await settle();
  await answer([PROPOSAL]);
  return { root: fixture.nativeElement as HTMLElement, http, settle, answer };
}

const buttonOf = (root: HTMLElement, name: string): HTMLButtonElement =>
  [...root.querySelectorAll('button')].find((button) => button.textContent?.trim().startsWith(name))!;

describe('a question about sharing', () => {
  afterEach(() => localStorage.clear());

  it('says exactly who would see what, what nobody sees and until when, before there is anything to press', async () => {
    const { root } = await open();
    expect([...root.querySelectorAll('app-consent-proposal .see li')].map((line) => line.textContent?.trim())).toEqual([
      'Arbetsförmedlingen (Ahmed Haddad och Sara Lundgren) får veta om arbete och planen.',
      'Region Sjölandet får veta om planen.',
      'Ingen får veta om hälsa.',
      'Undantag: Inte min hälsa.',
      'Det gäller till och med 31 mars 2027.',
      'Du kan ta tillbaka ditt ja när du vill.',
    ]);
    const { children } = root.querySelector('app-consent-proposal')!;
    expect(children[children.length - 1]?.className).toBe('pair');
  });

  it.each([
    ['Ja', 'approval', 'Du har sagt ja. Det gäller nu.'],
    ['Nej', 'refusal', 'Du har sagt nej. Inget delas.'],
  ])('%s is one press, and the page says what it meant', async (name, path, told) => {
    const { root, http, settle, answer } = await open();
    buttonOf(root, name).click();
    http.expectOne({ method: 'PUT', url: `/api/v1/me/consent-proposals/q1/${path}` }).flush(null);
    await settle();
    await answer([]);
    expect(root.querySelector('[role=status]')?.textContent).toBe(told);
    expect(root.querySelector('app-consent-proposal')).toBeNull();
  });

  it('stands until it is answered, also when answering fails', async () => {
    const { root, http, settle } = await open();
    buttonOf(root, 'Ja').click();
    http.expectOne({ method: 'PUT', url: '/api/v1/me/consent-proposals/q1/approval' }).flush(null, { status: 409, statusText: 'no' });
    await settle();
    expect(root.querySelector('app-consent-proposal ui-problem')).not.toBeNull();
    expect(buttonOf(root, 'Nej')).toBeDefined();
  });

  it('is a screen of its own in simple Swedish, with its question as the heading', async () => {
    const { root } = await open('sv-enkel');
    expect(root.querySelector('h2#simple-heading')?.textContent).toBe('Får Försäkringskassan berätta om dig?');
    expect(root.querySelector('table')).toBeNull();
  });
});
