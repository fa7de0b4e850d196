import { DEMO_ACCOUNTS } from '@samspel/dev-idp/accounts.ts';

export interface TownPerson {
  readonly givenName: string;
  readonly familyName: string;
  /** Twelve digits, from Skatteverket's published test numbers. */
  readonly personalNumber: string;
  readonly language?: string;
  readonly interpreterLanguage?: string;
}

function account(hint: string): TownPerson {
  const { givenName, familyName, personnummer } = DEMO_ACCOUNTS.find((each) => each.hint === hint)!;
  return { givenName, familyName, personalNumber: personnummer! };
}

/** The citizens of the town. Nobody but Eva Lind is called Eva. Bengt is her husband and has no case. The last ones' batons are on their way somewhere. */
export const TOWN_PEOPLE = {
  eva: account('eva'),
  bengt: account('bengt'),
  olle: account('olle'),
  mirja: { givenName: 'Mirja', familyName: 'Salo', personalNumber: '198203152387' },
  hamid: { givenName: 'Hamid', familyName: 'Rezai', personalNumber: '198310062396', interpreterLanguage: 'fa' },
  amina: { givenName: 'Amina', familyName: 'Warsame', personalNumber: '199406132382', interpreterLanguage: 'so' },
  larsGoran: { givenName: 'Lars-Göran', familyName: 'Eklund', personalNumber: '197901092390' },
  yusuf: { givenName: 'Yusuf', familyName: 'Demir', personalNumber: '199211252391' },
  birgit: { givenName: 'Birgit', familyName: 'Sundin', personalNumber: '197706222382' },
  natalia: { givenName: 'Natalia', familyName: 'Kowalska', personalNumber: '198611072383' },
  samuel: { givenName: 'Samuel', familyName: 'Tesfaye', personalNumber: '199601022396', interpreterLanguage: 'ti' },
  linnea: { givenName: 'Linnea', familyName: 'Bergqvist', personalNumber: '200007282387' },
  annika: { givenName: 'Annika', familyName: 'Hedberg', personalNumber: '198504202386' },
  tommy: { givenName: 'Tommy', familyName: 'Lindgren', personalNumber: '198912192393' },
  leyla: { givenName: 'Leyla', familyName: 'Aydin', personalNumber: '199512312381' },
  patrik: { givenName: 'Patrik', familyName: 'Sundberg', personalNumber: '198611122394' },
  rosita: { givenName: 'Rosita', familyName: 'Nilsson', personalNumber: '197901092382' },
  goran: { givenName: 'Göran', familyName: 'Fransson', personalNumber: '198008292396' },
  sanna: { givenName: 'Sanna', familyName: 'Wallin', personalNumber: '199902052381' },
  stefan: { givenName: 'Stefan', familyName: 'Grip', personalNumber: '198805312397' },
  daniel: { givenName: 'Daniel', familyName: 'Åkerlund', personalNumber: '199406152398' },
  elin: { givenName: 'Elin', familyName: 'Karlsson', personalNumber: '198912142380' },
  /** God man, without a case of her own. */
  margareta: account('margareta'),
  viktor: { givenName: 'Viktor', familyName: 'Nordin', personalNumber: '199707222395' },
} as const satisfies Record<string, TownPerson>;
