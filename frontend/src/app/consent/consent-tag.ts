import { booleanAttribute, Component, computed, inject, input } from '@angular/core';
import { type ConsentStandingView } from '@samspel/shared/api.ts';
import { fullDay, shortDay } from '../text/format/dates.ts';
import { Words } from '../text/words.ts';
import { type IconName } from '../ui/icon.ts';
import { Tag, type TagKind } from '../ui/tag.ts';

const LOOKS: Readonly<Record<ConsentStandingView['state'], readonly [TagKind, IconName]>> = {
  VALID: ['done', 'shield'],
  EXPIRING: ['late', 'clock'],
  EXPIRED: ['stop', 'shield'],
  NONE: ['stop', 'shield'],
};

/** How the consents of a case stand, in one line: "Samtycke gäller till 31 mars 2027". */
@Component({
  selector: 'app-consent-tag',
  imports: [Tag],
  template: '<ui-tag [kind]="look()[0]" [icon]="look()[1]">{{ said() }}</ui-tag>',
})
export class ConsentTag {
  private readonly words = inject(Words);

  readonly standing = input.required<ConsentStandingView>();
  /** In a row of a list: the day without its year. */
  readonly short = input(false, { transform: booleanAttribute });
  protected readonly look = computed(() => LOOKS[this.standing().state]);
  protected readonly said = computed(() => {
    const { state, validTo } = this.standing();
    const format = this.short() ? shortDay : fullDay;
    const day = validTo === null ? '' : format(validTo, this.words.language());
    return this.words.t(`consent.${this.short() ? 'standingShort' : 'standing'}.${state}`, { day });
  });
}
