import { type MyPlanView } from '@samspel/shared/api.ts';
import { type PlanScreen, planScreens } from './plan/plan-screens.ts';

/** One thing of Min plan at a time. */
export type SimpleScreen =
  | { readonly kind: 'plan'; readonly part: PlanScreen }
  | { readonly kind: 'holder' | 'step' | 'words' | 'goals' | 'ask' | 'rate' | 'said' | 'team' | 'history' | 'paper' };

/** What happens next and who holds it come first, whether a plan is published or not; what is over has only its history. */
export function simpleScreens(view: MyPlanView): readonly SimpleScreen[] {
  const open = view.holder !== null;
  const parts = (view.plan === null ? [] : planScreens(view.plan))
    .filter(({ kind }) => open || (kind !== 'next' && kind !== 'facts'))
    .map((part) => ({ kind: 'plan', part }) as const);
  const [first, ...rest] = parts;
  return [
    ...(first !== undefined ? [first] : open ? [{ kind: 'step' } as const] : []),
    ...(open ? [{ kind: 'holder' } as const] : []),
    ...rest,
    ...(open && first === undefined ? [{ kind: 'words' } as const] : []),
    ...(open ? ([{ kind: 'goals' }, { kind: 'ask' }] as const) : []),
    ...(open && first !== undefined ? [{ kind: 'rate' } as const] : []),
    ...(open ? ([{ kind: 'said' }, { kind: 'team' }] as const) : []),
    { kind: 'history' },
    ...(first === undefined ? [] : [{ kind: 'paper' } as const]),
  ];
}
