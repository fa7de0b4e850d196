import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { type LinkTemplateView } from '@samspel/shared/api.ts';
import { apiInterceptor } from '../api/interceptor.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { LinkTemplateForm } from './link-template.form.ts';

const FK_AF: LinkTemplateView = {
  ...{ id: 't1', version: 2, name: 'FK till AF', receiptDays: 1, ownerDays: 3, firstContactDays: 5, loopDays: 30 },
  ...{ checklist: ['Personen vet'], fromUnit: null, toUnit: null, fromKind: 'FK', toKind: 'AF' },
};

async function show(template: LinkTemplateView | null): Promise<{
  fixture: ComponentFixture<LinkTemplateForm>;
  root: HTMLElement;
  fill: (label: string, value: string) => Promise<void>;
  send: () => Promise<void>;
  http: HttpTestingController;
}> {
  TestBed.configureTestingModule({
    providers: [
      provideTexts('operations', 'case', 'ui', 'problem'),
      provideHttpClient(withInterceptors([apiInterceptor])),
      provideHttpClientTesting(),
    ],
  });
  const fixture = TestBed.createComponent(LinkTemplateForm);
  fixture.componentRef.setInput('template', template);
  const root = fixture.nativeElement as HTMLElement;
  const settle = async (): Promise<void> => {
    await fixture.whenStable();
    fixture.detectChanges();
  };
  await settle();
  return {
    fixture,
    root,
    http: TestBed.inject(HttpTestingController),
    fill: async (label, value) => {
      const field = [...root.querySelectorAll('ui-field')].find((each) => each.querySelector('label')?.textContent.includes(label))!;
      const control = field.querySelector<HTMLInputElement>('.input')!;
      control.value = value;
      control.dispatchEvent(new Event('input'));
      await settle();
    },
    send: async () => {
      root.querySelector('form')!.dispatchEvent(new Event('submit'));
      await settle();
    },
  };
}

describe('changing how long a link may take', () => {
  it('says that running clocks move, only once a limit is another', async () => {
    const { root, fill, send, http } = await show(FK_AF);
    await fill('Namn', 'Försäkringskassan till AF');
    expect(root.textContent).not.toContain('Klockor som redan går');
    await fill('Ny ägare inom', '2');
    expect(root.textContent).toContain('Klockor som redan går');
    await send();
    const sent = http.expectOne('/api/v1/link-templates/t1');
    expect(sent.request.headers.get('If-Match')).toBe('"2"');
    expect(sent.request.body).toEqual({
      ...{ name: 'Försäkringskassan till AF', receiptDays: 1, ownerDays: 2, firstContactDays: 5, loopDays: 30 },
      checklist: ['Personen vet'],
    });
  });

  it('keeps what is typed when somebody else saved first, and saves it on their version', async () => {
    const { fixture, fill, send, http } = await show(FK_AF);
    await fill('Ny ägare inom', '4');
    await send();
    http.expectOne('/api/v1/link-templates/t1').flush({ type: 'urn:samspel:version.conflict' }, { status: 412, statusText: 'x' });
    await fixture.whenStable();
    fixture.componentRef.setInput('template', { ...FK_AF, version: 3, loopDays: 40 });
    await fixture.whenStable();
    await send();
    const again = http.expectOne('/api/v1/link-templates/t1');
    expect(again.request.headers.get('If-Match')).toBe('"3"');
    expect(again.request.body).toMatchObject({ ownerDays: 4 });
  });

  it('adds one for a pair of kinds, or with one side any', async () => {
    const { fill, send, http, root } = await show(null);
    await fill('Namn', 'Från regionen');
    await send();
    expect(root.textContent).toContain('Välj åtminstone den ena sidan.');
    await fill('Från', 'REGION');
    await send();
    const sent = http.expectOne('/api/v1/link-templates');
    expect(sent.request.body).toEqual({
      ...{ name: 'Från regionen', receiptDays: 1, ownerDays: 3, firstContactDays: 5, loopDays: 30 },
      ...{ checklist: [], fromKind: 'REGION' },
    });
  });
});
