import { type Place, press } from './place.ts';

const eva = { hint: 'eva', citizen: true } as const;

/** The person's own pages and what opens on them. */
export const MY_PLACES: readonly Place[] = [
  { ...eva, name: 'the dialog for a stop', path: '/min-plan', shows: 'app-my-holder button', act: press('app-my-holder button') },
  { ...eva, name: 'the dialog for one’s own words', path: '/min-plan', shows: 'app-plan-matters button', act: press('app-plan-matters button') },
  {
    ...eva,
    name: 'the dialog for what is wrong in the plan',
    path: '/min-plan',
    shows: 'app-my-goal > app-say-about summary',
    act: async (visitor) => {
      await visitor.page.locator('app-my-goal > app-say-about summary').first().click();
      await press('app-my-goal > app-say-about button')(visitor);
    },
  },
  { ...eva, name: 'my meetings', path: '/mina-moten', shows: 'main ui-empty' },
  { ...eva, name: 'my consent', path: '/samtycke', shows: 'app-my-consent' },
  { ...eva, name: 'the dialog for taking back a yes', path: '/samtycke', shows: 'app-my-consent', act: press('app-my-consents button') },
  { ...eva, name: 'who has looked', path: '/vem-har-tittat', shows: 'app-look-row' },
  { ...eva, name: 'the dialog for a question about a look', path: '/vem-har-tittat', shows: 'app-look-row', act: press('app-look-row button') },
  { ...eva, name: 'my settings', path: '/installningar', shows: 'app-news-mail form, app-news-mail button' },
];

const screens = (name: string, path: string, numbers: readonly number[]): readonly Place[] =>
  numbers.map((n) => ({ ...eva, name: `screen ${n} of ${name}`, path: `${path}?sida=${n}`, shows: '#simple-heading' }));

/** The same in simple Swedish, one thing at a time. */
export const MY_SIMPLE_PLACES: readonly Place[] = [
  // The fifth to the eleventh are goals, as the fourth is.
  ...screens('Min plan', '/min-plan', [1, 2, 3, 4, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21]),
  ...screens('my consent', '/samtycke', [1, 2]),
  ...screens('who has looked', '/vem-har-tittat', [1]),
  { ...eva, name: 'my meetings, simply', path: '/mina-moten', shows: 'main ui-empty' },
  { ...eva, name: 'my settings, simply', path: '/installningar', shows: 'app-news-mail form, app-news-mail button' },
];
