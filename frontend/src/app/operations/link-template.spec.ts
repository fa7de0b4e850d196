import { TestBed } from '@angular/core/testing';
import { type LinkTemplateView } from '@samspel/shared/api.ts';
import { provideTexts } from '../text/texts.testing.ts';
import { Words } from '../text/words.ts';
import { linkOf, wrongLimits } from './link-template.ts';

const template = (change: Partial<LinkTemplateView>): LinkTemplateView => ({
  ...{ id: 't', version: 1, name: 'x', receiptDays: 1, ownerDays: 3, firstContactDays: 5, loopDays: 30, checklist: [] },
  ...{ fromUnit: null, toUnit: null, fromKind: null, toKind: null },
  ...change,
});

describe('a template for a link', () => {
  it.each([
    [{}, 'Alla länkar som ingen annan mall passar'],
    [{ fromKind: 'FK', toKind: 'AF' }, 'Försäkringskassan till Arbetsförmedlingen'],
    [{ fromUnit: { id: 'u', name: 'Psykiatrin' } }, 'Psykiatrin till Vilken som helst'],
  ] as const)('says for which links: %j', async (change, expected) => {
    TestBed.configureTestingModule({ providers: [provideTexts('operations')] });
    const words = TestBed.inject(Words);
    await words.need('operations');
    expect(linkOf(template(change), words)).toBe(expected);
  });

  it('refuses limits the server would, before it is asked', () => {
    const fine = { receiptDays: '1', ownerDays: '3', firstContactDays: '5', loopDays: '30' };
    expect(Object.values(wrongLimits(fine))).toEqual([false, false, false, false]);
    expect(wrongLimits({ ...fine, receiptDays: '4' }).ownerDays).toBe('before_receipt');
    expect(wrongLimits({ ...fine, firstContactDays: '31' }).loopDays).toBe('before_first_contact');
    for (const text of ['', '0', '31', '1,5', 'en']) expect(wrongLimits({ ...fine, receiptDays: text }).receiptDays).toBe('range');
  });
});
