/** An account of the demo identity provider. Staff carry an organisation identity (HSA-id or orgAffiliation), citizens a personnummer. */
export interface DemoAccount {
  /** What `login_hint` names it by. */
  readonly hint: string;
  readonly audience: 'staff' | 'citizen';
  readonly givenName: string;
  readonly familyName: string;
  /** Twelve digits, only from Skatteverket's published test numbers. */
  readonly personnummer?: string;
  /** `SE` + organisation number + `-` + local part. */
  readonly employeeHsaId?: string;
  /** `<personal id>@<organisation number>`. */
  readonly orgAffiliation?: string;
  readonly title?: string;
  /** Level of assurance of the sign-in; 3 unless told. */
  readonly assurance?: 2 | 3;
  /** One Swedish line for the sign-in page and the console. */
  readonly what: string;
}

/** Real numbers of the two agencies; the others are invented beside the series in use, with a correct check digit. */
export const ORGANISATION_NUMBERS = {
  kommun: '2120009119',
  region: '2321009116',
  federation: '2220009118',
  fk: '2021005521',
  af: '2021002114',
} as const;

type StaffIdentity = Pick<DemoAccount, 'employeeHsaId'> | Pick<DemoAccount, 'orgAffiliation'>;

const hsa = (local: string): StaffIdentity => ({ employeeHsaId: `SE${ORGANISATION_NUMBERS.region}-${local}` });
const kommunHsa = (local: string): StaffIdentity => ({ employeeHsaId: `SE${ORGANISATION_NUMBERS.kommun}-${local}` });
const affiliation = (local: string, organisation: keyof typeof ORGANISATION_NUMBERS): StaffIdentity => ({
  orgAffiliation: `${local}@${ORGANISATION_NUMBERS[organisation]}`,
});

function staff(hint: string, givenName: string, familyName: string, identity: StaffIdentity, title: string, what: string): DemoAccount {
  return { hint, audience: 'staff', givenName, familyName, ...identity, title, what };
}

function citizen(hint: string, givenName: string, familyName: string, personnummer: string, what: string): DemoAccount {
  return { hint, audience: 'citizen', givenName, familyName, personnummer, what };
}

/** Everybody who can sign in to the demo town. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  staff('karin.fk', 'Karin', 'Berg', affiliation('karin.berg', 'fk'), 'Personlig handläggare', 'handläggare på Försäkringskassan, äger Evas ärende'),
  staff('ahmed.af', 'Ahmed', 'Haddad', affiliation('ahmed.haddad', 'af'), 'Arbetsförmedlare', 'arbetsförmedlare i Evas team'),
  staff('lena.region', 'Lena', 'Forsman', hsa('LFORSMAN01'), 'Kurator', 'kurator på vårdcentralen, samordnar Evas team'),
  staff(
    'sofia.kommun',
    'Sofia',
    'Åkesson',
    affiliation('sofia.akesson', 'kommun'),
    'Socialsekreterare',
    'socialsekreterare och familjestöd i Evas team',
  ),
  staff('johan.region', 'Johan', 'Nyberg', hsa('JNYBERG01'), 'Fysioterapeut', 'fysioterapeut på vårdcentralen, i Evas team'),

  staff('maria.chef.fk', 'Maria', 'Ståhl', affiliation('maria.stahl', 'fk'), 'Enhetschef', 'chef på Försäkringskassan'),
  staff('per.chef.af', 'Per', 'Lindqvist', affiliation('per.lindqvist', 'af'), 'Sektionschef', 'chef på Arbetsförmedlingen'),
  staff('anna.chef.kommun', 'Anna', 'Wikström', affiliation('anna.wikstrom', 'kommun'), 'Enhetschef', 'chef på socialtjänsten i kommunen'),
  staff('helena.chef.region', 'Helena', 'Sandberg', hsa('HSANDBERG01'), 'Verksamhetschef', 'chef på vårdcentralen'),
  staff(
    'admin.drift',
    'Mikael',
    'Öberg',
    affiliation('mikael.oberg', 'federation'),
    'Driftansvarig',
    'sköter enheter, medarbetare och uppdrag, ser inga ärenden',
  ),
  staff(
    'forbund.ledare',
    'Birgitta',
    'Hedlund',
    affiliation('birgitta.hedlund', 'federation'),
    'Förbundschef',
    'leder Samordningsförbundet, ser inga ärenden',
  ),

  staff('magnus.region', 'Magnus', 'Ek', hsa('MEK01'), 'Läkare', 'läkare på vårdcentralen'),
  staff('ingrid.region', 'Ingrid', 'Holm', hsa('IHOLM01'), 'Psykolog', 'psykolog på vårdcentralen'),
  staff('tomas.region', 'Tomas', 'Rydell', hsa('TRYDELL01'), 'Psykiater', 'psykiater på vårdcentralen varannan vecka'),
  staff('ulla.region', 'Ulla', 'Sjögren', hsa('USJOGREN01'), 'Medicinsk sekreterare', 'tar emot inbjudningar till vårdcentralen'),
  staff('fatima.kommun', 'Fatima', 'Yusuf', affiliation('fatima.yusuf', 'kommun'), 'Arbetsmarknadssekreterare', 'arbetsmarknadsenheten i kommunen'),
  staff('kerstin.kommun', 'Kerstin', 'Dahl', kommunHsa('KDAHL01'), 'Distriktssköterska', 'kommunens hälso- och sjukvård'),
  staff('nils.kommun', 'Nils', 'Björk', affiliation('nils.bjork', 'kommun'), 'Socialsekreterare', 'tar emot inbjudningar till socialtjänsten'),
  staff('sara.af', 'Sara', 'Lundgren', affiliation('sara.lundgren', 'af'), 'Arbetsförmedlare', 'arbetsförmedlare, tar emot inbjudningar'),
  staff(
    'david.fk',
    'David',
    'Norén',
    affiliation('david.noren', 'fk'),
    'Personlig handläggare',
    'handläggare på Försäkringskassan, tar emot inbjudningar',
  ),

  citizen('eva', 'Eva', 'Lind', '198008262381', 'har ett gemensamt ärende med fyra organisationer'),
  citizen('bengt', 'Bengt', 'Lind', '197706212391', 'har inget ärende'),
  citizen('olle', 'Olle', 'Nyström', '199105092390', 'har ett eget ärende'),
  citizen('margareta', 'Margareta', 'Falk', '198310022382', 'är god man för Birgit Sundin'),
];
