/** What something the person says is about: a part of the plan, by id and in the words it is read in. */
export interface About {
  readonly itemId: string;
  readonly words: string;
}

/** What the person asks for while reading their plan; the page answers with a dialog or an act. `null`: no step in particular. */
export type PlanWish =
  | { readonly kind: 'stop'; readonly about: About | null }
  | { readonly kind: 'remark'; readonly about: About }
  | { readonly kind: 'goal-edit'; readonly id: string; readonly text: string }
  | { readonly kind: 'goal-remove'; readonly id: string }
  | { readonly kind: 'words' | 'goal' | 'agree' | 'changed' };
