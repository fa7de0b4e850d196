import { onceKey } from './once-key.ts';
import type { TownStage } from './town-stage.ts';

/** What the town has agreed beyond the kinds of link every installation begins with: from the health centre to psychiatry, between two units. */
export async function agreeOnLinks(stage: TownStage): Promise<void> {
  await stage.service('links').add(await stage.actor('admin.drift'), onceKey(), {
    name: 'Vårdcentralen till Psykiatriska mottagningen',
    ...{ fromUnitId: stage.unit('region.health'), toUnitId: stage.unit('region.psychiatry') },
    ...{ receiptDays: 1, ownerDays: 5, firstContactDays: 10, loopDays: 60 },
    checklist: [
      'Personen vet vart den ska vända sig om den blir sämre innan första besöket',
      'Vem som följer upp medicin och intyg under tiden är sagt',
      'Remissen är skickad på vanligt sätt. Överlämningen ersätter den inte',
    ],
  });
}
