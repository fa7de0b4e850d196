import { TIMELINE_FILTERS, TIMELINE_KINDS, kindsIn } from './timeline.ts';

describe('timeline filters', () => {
  it('together show every kind once', () => {
    const shown = TIMELINE_FILTERS.filter((filter) => filter !== 'all').flatMap((filter) => kindsIn(filter)!);
    expect(shown.toSorted()).toEqual([...TIMELINE_KINDS].toSorted());
  });

  it('put the plan and the person’s own voice apart from the team', () => {
    expect(kindsIn('plan')).toEqual(expect.arrayContaining(['plan.begun', 'goal.attained', 'activity.requested', 'activity.completed']));
    expect(kindsIn('person')).toEqual(['person.stopped', 'person.asked', 'person.remarked', 'person.answered', 'person.rated', 'person.wrote']);
    expect(kindsIn('team')).toEqual(expect.arrayContaining(['person.changed', 'representative.registered', 'representative.ended']));
  });

  it('put consents, notes, handovers and told events apart, and everything else under the team', () => {
    expect(kindsIn('all')).toBeNull();
    expect(kindsIn('told')).toEqual(['told']);
    expect(kindsIn('consent')).toEqual(['consent.given', 'consent.withdrawn', 'consent.proposed']);
    expect(kindsIn('notes')).toEqual(['note.written', 'note.disclosed']);
    expect(kindsIn('handovers')).toHaveLength(18);
    expect(kindsIn('handovers')).toEqual(expect.arrayContaining(['handover.offered', 'handover.stopped', 'handover.owner-lost']));
    expect(kindsIn('team')).not.toContain('handover.offered');
    expect(kindsIn('team')).toEqual(expect.arrayContaining(['case.opened', 'invitation.sent', 'participant.left', 'contact.added']));
  });
});
