import type { DemoTown } from './demo-town.ts';
import { caseOf, type Place, press } from './place.ts';
import type { Visitor } from './visitor.ts';

const [birgit, mirja] = [caseOf('Birgit', 'Sundin'), caseOf('Mirja', 'Salo')];
const planFor = (givenName: string, familyName: string, rest: string) => async (town: DemoTown) =>
  `${await caseOf(givenName, familyName)(town)}/plan${rest}`;
/** Eva's is the longest there is: what only opens in a plan opens in a shorter one. */
const planOf = (rest: string) => planFor('Eva', 'Lind', rest);
const planOfBirgit = (rest: string) => planFor('Birgit', 'Sundin', rest);

/** A panel that opens where its button stands. */
const unfold = (selector: string, panel: string) => async (visitor: Visitor) => {
  await visitor.page.locator(selector).first().click();
  await visitor.page.locator(panel).first().waitFor();
};

/** Everything the plan has a page, a panel in place or a dialog for, as staff see it. */
export const PLAN_PLACES: readonly Place[] = [
  { name: 'the plan', hint: 'lena.region', path: planOf(''), shows: 'app-plan-goals .goal' },
  { name: 'the plan of somebody who only reads it', hint: 'ahmed.af', path: planOf(''), shows: 'app-plan-facts' },
  {
    name: 'writing a goal',
    hint: 'lena.region',
    path: planOfBirgit(''),
    shows: 'app-plan-goals .goal',
    act: unfold('app-plan-goals .panel__head button', 'app-goal-form'),
  },
  {
    name: 'writing an activity',
    hint: 'lena.region',
    path: planOfBirgit(''),
    shows: 'app-plan-goals .goal',
    act: unfold('app-plan-goals .goal__add button', 'app-activity-form'),
  },
  { name: 'what stands around the plan', hint: 'lena.region', path: planOfBirgit('?andra=settings'), shows: 'app-plan-settings-form' },
  { name: 'publishing a plan', hint: 'lena.region', path: planOf('/publicera'), shows: 'app-person-plan' },
  { name: 'publishing what is not complete', hint: 'sofia.kommun', path: planFor('Olle', 'Nyström', '/publicera'), shows: 'app-plain-words-form' },
  {
    name: 'sharing a draft',
    hint: 'sofia.kommun',
    path: planFor('Amina', 'Warsame', ''),
    shows: 'app-item-frame',
    act: unfold('app-plan-goals app-item-frame button', 'app-share-item-form'),
  },
  {
    name: 'saying no to what another organisation asks',
    hint: 'fatima.kommun',
    path: caseOf('Yusuf', 'Demir'),
    shows: 'app-plan-panel .acts',
    act: async (visitor) => {
      await unfold('app-plan-panel .acts li:has(.act__truth) button[aria-expanded]', 'app-activity-acts')(visitor);
      await unfold('app-activity-acts ui-action:nth-of-type(2) button', 'app-reason-form')(visitor);
    },
  },
  { name: 'publishing that is somebody else’s', hint: 'karin.fk', path: planOf('/publicera'), shows: 'ui-empty' },
  { name: 'the versions of a plan', hint: 'lena.region', path: planOf('/versioner'), shows: 'app-differences' },
  {
    name: 'an activity with everything that can be done with it',
    hint: 'lena.region',
    path: birgit,
    shows: 'app-plan-panel .acts',
    act: unfold('app-plan-panel .acts button[aria-expanded]', '.act__more'),
  },
  {
    name: 'the dialog for writing down what the person says',
    hint: 'karin.fk',
    path: mirja,
    shows: 'app-messages-panel',
    act: press('app-messages-panel .panel__head button'),
  },
  {
    name: 'the dialog for a question to a colleague',
    hint: 'karin.fk',
    path: mirja,
    shows: 'app-questions-of-case .panel__head button',
    act: press('app-questions-of-case .panel__head button'),
  },
];
