import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { type OrganisationCard } from '@samspel/shared/api.ts';
import { apiInterceptor } from '../api/interceptor.ts';
import { provideTexts } from '../text/texts.testing.ts';
import EditCardPage from './edit-card.page.ts';

const CARD: OrganisationCard = {
  ...{ id: 'fk', name: 'Försäkringskassan', shortName: 'FK', letters: 'FK', kind: 'FK', principal: 'Försäkringskassan' },
  ...{ mission: 'Vi prövar.', canDecide: '', cannotDecide: '', timeLimits: '', contactWays: '', words: [] },
  ...{ namesStaff: true, contact: null, units: [], version: 3 },
};

describe('the organisation card as a form', () => {
  const saved = async (touch: (names: HTMLInputElement) => void): Promise<unknown> => {
    TestBed.configureTestingModule({
      providers: [
        provideTexts('operations', 'organisation', 'ui', 'case', 'problem'),
        provideRouter([{ path: '**', children: [] }]),
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
      ],
    });
    const fixture = TestBed.createComponent(EditCardPage);
    fixture.componentRef.setInput('id', 'fk');
    const http = TestBed.inject(HttpTestingController);
    const root = fixture.nativeElement as HTMLElement;
    TestBed.tick();
    http.expectOne('/api/v1/organisations/fk').flush(CARD);
    await fixture.whenStable();
    const names = root.querySelector<HTMLInputElement>('input[type=checkbox]')!;
    expect(names.checked).toBe(true);
    touch(names);
    await fixture.whenStable();
    root.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
    await Promise.resolve();
    TestBed.tick();
    return http.expectOne({ method: 'PUT', url: '/api/v1/organisations/fk/card' }).request.body;
  };

  it('says nothing of whether names are shown when that was not touched, so that it undoes nobody else’s choice', async () => {
    expect(await saved(() => undefined)).not.toHaveProperty('namesStaff');
  });

  it('hides the names when told so', async () => {
    expect(await saved((names) => names.click())).toMatchObject({ namesStaff: false, mission: 'Vi prövar.' });
  });
});
