import { TestBed } from '@angular/core/testing';
import { ApiProblem } from '../api/problem.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { Words } from '../text/words.ts';
import { FormState } from './form-state.ts';

function form(...fields: string[]): FormState {
  TestBed.configureTestingModule({ providers: [provideTexts('case')] });
  return new FormState(TestBed.inject(Words), 'open', fields);
}

const refusal = (status: number, ...errors: { pointer: string; code: string }[]): ApiProblem =>
  new ApiProblem(status, 'content.invalid', 'T', 'D', errors);

describe('FormState', () => {
  it('leads the server’s pointer to its field, and from the summary to the field', async () => {
    const state = form('personalNumber', 'consentToAsk-askedOn');
    await state.send(() => Promise.reject(refusal(422, { pointer: '/consentToAsk/askedOn', code: 'inTheFuture' })));
    expect(state.summary().map(({ fieldId }) => fieldId)).toEqual([state.id('consentToAsk-askedOn')]);
    expect(state.error('consentToAsk-askedOn')).not.toBeNull();
    expect(state.error('personalNumber')).toBeNull();
    expect(state.refusal()).toBeNull();
  });

  it('lets a field answer for what lies below it', async () => {
    const state = form('recipients');
    await state.send(() => Promise.reject(refusal(422, { pointer: '/recipients/organisationIds', code: 'unknown' })));
    expect(state.error('recipients')).not.toBeNull();
  });

  it('shows a refusal that belongs to no field as it is', async () => {
    const state = form('reason');
    await state.send(() => Promise.reject(refusal(409)));
    expect(state.refusal()?.status).toBe(409);
    expect(state.summary()).toEqual([]);
  });

  it('sends only what its own check lets through, and forgets an old refusal', async () => {
    const state = form('reason');
    await state.send(() => Promise.reject(refusal(409)));
    expect(state.check({ reason: 'required' })).toBe(false);
    expect(state.refusal()).toBeNull();
    expect(state.error('reason')).not.toBeNull();
    expect(state.check({ reason: false })).toBe(true);
    expect(state.error('reason')).toBeNull();
  });

  it('gives two forms of one kind fields of their own', () => {
    const [one, other] = [form('reason'), new FormState(TestBed.inject(Words), 'open', ['reason'])];
    expect(one.id('reason')).not.toBe(other.id('reason'));
  });
});
