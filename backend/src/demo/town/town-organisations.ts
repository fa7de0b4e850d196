import type { NewOrganisation } from '../../organisation/organisation.dto.ts';
import type { UnitEdit } from '../../organisation/unit/unit.dto.ts';

/** Short keys for the organisations of the town. */
export const PLACES = ['fk', 'af', 'region', 'social', 'work', 'care', 'federation'] as const;
export type Place = (typeof PLACES)[number];

export interface TownUnit extends UnitEdit {
  readonly key: string;
}

export interface TownOrganisation extends NewOrganisation {
  readonly units: readonly TownUnit[];
  /** Account whose assignment others turn to. */
  readonly contact: string;
}

const unit = (key: string, name: string, functionAddress: string, phone: string, takesIntake = true): TownUnit => ({
  key,
  name,
  functionAddress,
  phone,
  takesIntake,
});

const KOMMUN = { principalName: 'Sjöstads kommun', principalKind: 'KOMMUN' } as const;

/** Sjöstad. A unit without anybody at its intake takes no invitations, so that none is left unread. Telephones are invented. */
export const TOWN_ORGANISATIONS: Record<Place, TownOrganisation> = {
  federation: {
    principalName: 'Samordningsförbundet Sjöstad',
    principalKind: 'FEDERATION',
    name: 'Samordningsförbundet Sjöstad',
    shortName: 'Samordningsförbundet',
    letters: 'SF',
    contact: 'forbund.ledare',
    units: [unit('office', 'Kansliet', 'kansliet@samordningsforbundet-sjostad.example', '0980-319 290', false)],
  },
  fk: {
    principalName: 'Försäkringskassan',
    principalKind: 'FK',
    name: 'Försäkringskassan',
    shortName: 'Försäkringskassan',
    letters: 'FK',
    contact: 'maria.chef.fk',
    units: [unit('insurance', 'Försäkringskassan Sjöstad', 'sjostad@forsakringskassan.example', '0980-319 230')],
  },
  af: {
    principalName: 'Arbetsförmedlingen',
    principalKind: 'AF',
    name: 'Arbetsförmedlingen',
    shortName: 'Arbetsförmedlingen',
    letters: 'AF',
    contact: 'per.chef.af',
    units: [unit('employment', 'Arbetsförmedlingen Sjöstad', 'sjostad@arbetsformedlingen.example', '0980-319 240')],
  },
  region: {
    principalName: 'Region Sjölandet',
    principalKind: 'REGION',
    name: 'Region Sjölandet',
    shortName: 'Region Sjölandet',
    letters: 'R',
    contact: 'helena.chef.region',
    units: [
      unit('health', 'Vårdcentralen Sjöstad', 'vardcentralen.sjostad@sjolandet.example', '0980-319 250'),
      unit('psychiatry', 'Psykiatriska mottagningen', 'psykiatrin@sjolandet.example', '0980-319 255'),
    ],
  },
  social: {
    ...KOMMUN,
    name: 'Sjöstads kommun, socialtjänsten',
    shortName: 'Socialtjänsten',
    letters: 'ST',
    contact: 'anna.chef.kommun',
    units: [
      unit('family', 'Familjestödet', 'familjestodet@sjostad.example', '0980-319 260'),
      unit('support', 'Ekonomiskt bistånd', 'ekonomisktbistand@sjostad.example', '0980-319 262', false),
    ],
  },
  work: {
    ...KOMMUN,
    name: 'Sjöstads kommun, arbetsmarknad',
    shortName: 'Arbetsmarknad',
    letters: 'AM',
    contact: 'fatima.kommun',
    units: [
      unit('market', 'Arbetsmarknadsenheten', 'arbetsmarknad@sjostad.example', '0980-319 270'),
      unit('reuse', 'Återbruket', 'aterbruket@sjostad.example', '0980-319 272', false),
    ],
  },
  care: {
    ...KOMMUN,
    name: 'Sjöstads kommun, hälso- och sjukvård',
    shortName: 'Kommunal hälso- och sjukvård',
    letters: 'HS',
    contact: 'kerstin.kommun',
    units: [unit('home', 'Hemsjukvården', 'hemsjukvarden@sjostad.example', '0980-319 280')],
  },
};
