import type { KeptDocument } from './kept-document.ts';
import type { DocumentActivity, PlanDocument } from './plan-document.ts';

const activity = (text: string, doneBy: string, status: string, more: Partial<DocumentActivity> = {}): DocumentActivity => ({
  text,
  doneBy,
  status,
  plain: null,
  accountable: null,
  start: null,
  due: null,
  order: null,
  deputy: null,
  ...more,
});

/** A SIP with something in every field: what the tests build and what a developer looks at. All people are invented. */
export const fullPlan = (variant: PlanDocument['variant'] = 'STAFF'): PlanDocument => ({
  variant,
  language: 'sv',
  title: 'Samordnad individuell plan (SIP)',
  reference: 'S-0412',
  printedAt: '2026-11-22T09:00:00.000Z',
  person: { name: 'Eva Lind', age: 43, maskedNumber: variant === 'STAFF' ? '••••••••-2382' : null },
  version: { number: 3, publishedOn: '14 november 2026', reason: 'Arbetsförmedlingen har tackat ja till kartläggningen.' },
  holder: 'Karin Berg på Försäkringskassan håller i planen.',
  responsibleAuthority: 'Region Sjölandet',
  coordinator: { name: 'Lena Forsman', title: 'kurator', organisation: 'Vårdcentralen Sjöstad', phone: '010-555 01 20' },
  whatMatters: 'Jag vill orka vara mamma när jag kommer hem, inte bara undersköterska.\nOch jag vill veta vad som händer sen.',
  strengths: ['Säger ifrån när något är fel.', 'Har en syster som ställer upp.'],
  needs: ['Smärtan i ryggen är värst efter tunga lyft.', 'En plan B om gamla jobbet inte går.'],
  goals: [
    {
      number: '1',
      kind: 'MAIN',
      text: 'Eva sätter gränser hemma och på jobbet innan hon blir för trött',
      ownWords: 'Säga nej utan att få ont i magen.',
      plain: 'Du kan säga nej innan du blir för trött.',
      attainment: 'På god väg, 4 november 2026',
      activities: [
        activity('Korttidsterapi, 8 samtal', 'Ingrid Holm, Region Sjölandet', 'Pågår', {
          plain: 'Du pratar med Ingrid. Ni ses 8 gånger.',
          start: '1 september 2026',
          due: '18 december 2026',
          order: 'Samtidigt som annat',
          deputy: 'Lena Forsman',
        }),
        activity('Skriver upp ett nej varje vecka', variant === 'STAFF' ? 'Gör Eva själv' : 'Du gör det själv', 'Pågår'),
      ],
    },
    {
      number: '1.1',
      kind: 'SUB',
      text: 'Hålla ett arbetspass på 6 timmar två veckor i rad',
      ownWords: null,
      plain: null,
      attainment: null,
      activities: [
        activity('Lättare lyft på avdelning 2', 'Gunilla Rask, Almgården', 'Klart', {
          accountable: 'Arbetsgivaren Almgården',
          due: '1 november 2026',
          order: 'Efter: Träning i grupp',
        }),
      ],
    },
  ],
  activities: [
    activity('Kartlägga andra arbetsuppgifter', 'Ahmed Haddad, Arbetsförmedlingen', 'Ej påbörjad', {
      plain: 'Ahmed tar reda på vilka andra jobb som passar dig.',
      due: '16 januari 2027',
    }),
  ],
  fourItems:
    variant === 'SIMPLE'
      ? []
      : [
          { item: '1. Vilka insatser som behövs', words: ['Korttidsterapi', 'Träning i grupp'] },
          { item: '2. Vilka insatser kommunen och regionen svarar för', words: ['Regionen: terapi och träning', 'Kommunen: familjesamtal'] },
          { item: '3. Vilka åtgärder någon annan vidtar', words: ['Arbetsförmedlingen kartlägger andra arbetsuppgifter'] },
          { item: '4. Vem som har det övergripande ansvaret', words: ['Region Sjölandet'] },
        ],
  earlySigns: [
    { text: 'Sover mindre än fem timmar tre nätter i rad.', call: 'Lena Forsman, 010-555 01 20' },
    { text: 'Svarar inte i telefon.', call: null },
  ],
  dissent: [{ organisation: 'Försäkringskassan', text: 'Vi anser att full arbetstid kan prövas redan i december.' }],
  goalConflicts: ['Att arbeta 8 timmar kan krocka med att orka vara mamma efter jobbet.'],
  followUp: { day: '26 november 2026 kl. 10.00', caller: 'Lena Forsman' },
  followUpRecords: [
    {
      day: '28 oktober 2026',
      wanted: 'Arbeta 6 timmar om dagen.',
      became: 'Det höll i tre veckor av fyra.',
      why: 'Två kollegor var sjuka och lyften blev för många.',
      conclusion: 'Lyften avgör, inte timmarna.',
      now: 'Lättare lyft innan tiden ökas.',
      rows: [
        { activity: 'Träning i grupp', planned: '8 gånger', done: '6 gånger' },
        { activity: 'Korttidsterapi', planned: '4 samtal', done: '4 samtal' },
      ],
    },
  ],
  agreements: [
    { who: 'Eva Lind', organisation: null, at: '14 november 2026', stance: 'Har sagt ja' },
    { who: 'Karin Berg', organisation: 'Försäkringskassan', at: '13 november 2026', stance: 'Har sagt ja' },
  ],
  contacts: [
    { name: 'Karin Berg', role: 'Handläggare', organisation: 'Försäkringskassan', phone: '010-555 02 11' },
    { name: 'Bengt Lind', role: 'Make', organisation: 'Anhörig', phone: null },
  ],
});

/** A plan somebody opened a minute ago: nothing but what a plan always has. */
export const emptyPlan = (variant: PlanDocument['variant'] = 'STAFF'): PlanDocument => ({
  ...fullPlan(variant),
  person: { name: 'Eva Lind', age: null, maskedNumber: null },
  version: null,
  responsibleAuthority: null,
  coordinator: null,
  whatMatters: null,
  strengths: [],
  needs: [],
  goals: [],
  activities: [],
  fourItems: [],
  earlySigns: [],
  dissent: [],
  goalConflicts: [],
  followUp: null,
  followUpRecords: [],
  agreements: [],
  contacts: [],
});

export const keptSample: KeptDocument = {
  reference: 'S-0412',
  unit: 'Rehabteamet',
  organisation: 'Region Sjölandet',
  printedAt: '2026-11-22T09:00:00.000Z',
  createdAt: '20 november 2026',
  purgeAfter: '20 november 2036',
  items: [
    {
      at: '3 oktober 2026 kl. 13.05',
      from: 'Försäkringskassan',
      kindWords: 'Anteckning',
      categoryWords: 'Arbete',
      fields: [
        { name: 'Text', value: 'Arbetsgivaren har ringt.\nHon vill mötas i november.' },
        { name: 'Skriven av', value: 'Karin Berg' },
      ],
    },
  ],
};
