import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideTexts } from '../text/texts.testing.ts';
import { DateField } from './date-field.ts';
import { ErrorSummary, type SummarisedError } from './error-summary.ts';
import { Field } from './field.ts';
import { TextInput } from './input.ts';

@Component({
  imports: [DateField, ErrorSummary, Field, TextInput],
  template: `
    <ui-error-summary [errors]="errors()" />
    <ui-field label="Namn" hint="Hela namnet" fieldId="name" [error]="error()"
      ><input uiInput [(value)]="name" (save)="saves = saves + 1"
    /></ui-field>
    <ui-field label="Enhet" fieldId="unit">
      <select uiInput [(value)]="unit">
        @for (option of options(); track option) {
          <option [value]="option">{{ option }}</option>
        }
      </select>
    </ui-field>
    <ui-date-field label="Svar senast" fieldId="day" today="2026-11-23" [(value)]="day" />
  `,
})
class Page {
  readonly errors = signal<readonly SummarisedError[]>([]);
  readonly error = signal<string | null>(null);
  readonly name = signal('Eva');
  readonly unit = signal('b');
  readonly options = signal<readonly string[]>([]);
  readonly day = signal('');
  saves = 0;
}

let fixture: ComponentFixture<Page>;
const find = <E extends HTMLElement>(selector: string): E => {
  const element = (fixture.nativeElement as HTMLElement).querySelector<E>(selector);
  if (element === null) throw new Error(`nothing matches ${selector}`);
  return element;
};
async function type(selector: string, text: string): Promise<void> {
  const input = find<HTMLInputElement>(selector);
  input.value = text;
  input.dispatchEvent(new Event('input'));
  input.dispatchEvent(new Event('blur'));
  await fixture.whenStable();
}

describe('fields', () => {
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTexts()] });
    fixture = TestBed.createComponent(Page);
    document.body.append(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
  });

  it('names and describes the control, and says when it is wrong', async () => {
    const input = find<HTMLInputElement>('#name');
    expect(find<HTMLLabelElement>('label').htmlFor).toBe('name');
    expect(input.getAttribute('aria-describedby')).toBe('name-hint');
    fixture.componentInstance.error.set('Skriv hela namnet');
    await fixture.whenStable();
    expect(input.getAttribute('aria-describedby')).toBe('name-hint name-error');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(find('#name-error').textContent).toContain('Skriv hela namnet');
  });

  it('binds both ways and saves on Ctrl+Enter', async () => {
    expect(find<HTMLInputElement>('#name').value).toBe('Eva');
    await type('#name', 'Olle');
    expect(fixture.componentInstance.name()).toBe('Olle');
    find('#name').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
    expect(fixture.componentInstance.saves).toBe(1);
  });

  it('chooses in a list whose options come later than its value', async () => {
    fixture.componentInstance.options.set(['a', 'b']);
    await fixture.whenStable();
    expect(find<HTMLSelectElement>('#unit').value).toBe('b');
  });

  it('moves the focus to the summary of errors and from it to the field', async () => {
    fixture.componentInstance.errors.set([{ fieldId: 'name', text: 'Skriv hela namnet' }]);
    await fixture.whenStable();
    expect(document.activeElement).toBe(find('.error-sum'));
    find('.error-sum a').click();
    expect(document.activeElement).toBe(find('#name'));
  });

  it('takes a day as it is typed and keeps what is none in sight', async () => {
    await type('#day', '261126');
    expect(fixture.componentInstance.day()).toBe('2026-11-26');
    await type('#day', '2026-02-30');
    expect(fixture.componentInstance.day()).toBe('');
    expect(find<HTMLInputElement>('#day').value).toBe('2026-02-30');
    expect(find('#day-error').textContent).toContain('datum som finns');
  });

  it('takes a day from the calendar by keyboard', async () => {
    find('.date-field .iconbtn').click();
    await fixture.whenStable();
    find('[data-day="2026-11-23"]').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
    await fixture.whenStable();
    const day = find('[data-day="2026-11-30"]');
    expect(document.activeElement).toBe(day);
    day.click();
    await fixture.whenStable();
    expect(fixture.componentInstance.day()).toBe('2026-11-30');
    expect(find<HTMLDialogElement>('.date-field dialog').open).toBe(false);
  });
});
