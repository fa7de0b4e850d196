import { booleanAttribute, Component, computed, input } from '@angular/core';

/** What a badge needs to know of an organisation. */
export interface OrgMark {
  readonly name: string;
  readonly letters: string;
  readonly kind: string;
}

/** Kinds with a shape and colour of their own; every other organisation is a grey square with its letters. */
const SHAPES: Readonly<Record<string, string>> = {
  kommun: 'k',
  municipality: 'k',
  region: 'r',
  fk: 'fk',
  forsakringskassan: 'fk',
  social_insurance: 'fk',
  af: 'af',
  arbetsformedlingen: 'af',
  employment_service: 'af',
};

/** Letters, shape and colour. Says the organisation's name unless the name stands beside it (`beside`). */
@Component({
  selector: 'ui-org',
  template: "{{ org()?.letters ?? '?' }}",
  host: {
    '[class]': 'classes()',
    '[attr.role]': "beside() ? null : 'img'",
    '[attr.aria-label]': 'beside() ? null : org()?.name',
    '[attr.aria-hidden]': "beside() ? 'true' : null",
  },
})
export class OrgBadge {
  /** null draws the dashed ring of "nobody yet". */
  readonly org = input.required<OrgMark | null>();
  readonly large = input(false, { transform: booleanAttribute });
  readonly beside = input(false, { transform: booleanAttribute });

  protected readonly classes = computed(() => {
    const org = this.org();
    const shape = org === null ? 'none' : SHAPES[org.kind.toLowerCase()];
    return ['org', shape === undefined ? '' : `org--${shape}`, this.large() ? 'org--l' : ''].join(' ');
  });
}
