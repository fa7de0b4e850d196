import { type OrgMark } from '../org-badge.ts';

/** The organisations of the invented town, as the kit page shows them. */
export const KOMMUN: OrgMark = { name: 'Sjöstads kommun', letters: 'K', kind: 'kommun' };
export const REGION: OrgMark = { name: 'Region Sjölandet', letters: 'R', kind: 'region' };
export const FK: OrgMark = { name: 'Försäkringskassan', letters: 'FK', kind: 'fk' };
export const AF: OrgMark = { name: 'Arbetsförmedlingen', letters: 'AF', kind: 'af' };
export const EMPLOYER: OrgMark = { name: 'Almgården', letters: 'AG', kind: 'employer' };

export const KARIN = 'Karin Berg';
export const SOFIA = 'Sofia Åkesson';
export const AHMED = 'Ahmed Haddad';
