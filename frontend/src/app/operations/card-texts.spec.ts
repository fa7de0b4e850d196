import { textsOf, wordsFilled } from './card-texts.ts';

describe('the organisation card in the form', () => {
  it('begins empty where nothing is written', () => {
    expect(textsOf(undefined)).toEqual({ mission: '', canDecide: '', cannotDecide: '', timeLimits: '', contactWays: '' });
  });

  it('drops rows nobody filled in and keeps half a word for the server to point at', () => {
    expect(
      wordsFilled([
        { word: ' Aktivitet ', meaning: 'Något vi betalar. ' },
        { word: ' ', meaning: '' },
        { word: 'Insats', meaning: '' },
      ]),
    ).toEqual([
      { word: 'Aktivitet', meaning: 'Något vi betalar.' },
      { word: 'Insats', meaning: '' },
    ]);
  });
});
