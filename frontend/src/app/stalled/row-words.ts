import { type LadderStepView, type StalledRowView } from '@samspel/shared/api.ts';
import { isPending } from '@samspel/shared/handover/handover.ts';
import { type Words } from '../text/words.ts';
import { type IconName } from '../ui/icon.ts';
import { type TagKind } from '../ui/tag.ts';
import { capital, nearMoment } from './near-moment.ts';

/** What the words for a row depend on beside the row. */
export interface Reader {
  readonly words: Words;
  /** `YYYY-MM-DD` in domain time. */
  readonly today: string;
  /** The unit the reader works in: "du" instead of "chefen på …". */
  readonly unitId: string | undefined;
}

type Severity = StalledRowView['kind'] | 'PAUSED';

const LOOKS: Readonly<Record<Severity, { readonly kind: TagKind; readonly icon: IconName }>> = {
  NO_OWNER: { kind: 'solid', icon: 'stop' },
  NOT_ACCEPTED: { kind: 'wait', icon: 'hourglass' },
  SILENT: { kind: 'plain', icon: 'clock' },
  OPEN_LOOP: { kind: 'late', icon: 'ring' },
  PAUSED: { kind: 'later', icon: 'pause' },
};

export function severityOf(row: StalledRowView, words: Words): { kind: TagKind; icon: IconName; text: string } {
  const severity = row.pausedUntil === null ? row.kind : 'PAUSED';
  return { ...LOOKS[severity], text: words.t(`stalled.kind.${severity}.name`) };
}

/** "Påmindes i dag 08.00" */
export function lastText(row: StalledRowView, reader: Reader): string {
  const { act, rung, at } = row.lastEvent;
  const what = rung ? rungText(rung, true, row, reader) : actText(act, row, reader);
  return `${capital(what)} ${nearMoment(at, reader.today, reader.words)}`;
}

/** "I morgon 08.00: larm till dig" */
export function nextText(row: StalledRowView, reader: Reader): string {
  const next = row.nextAutomatic;
  if (next === null) return reader.words.t('stalled.next.nothing');
  return `${capital(nearMoment(next.at, reader.today, reader.words))}: ${rungText(next.timer, false, row, reader)}`;
}

export interface LadderLine {
  readonly rung: string;
  readonly when: string;
  readonly what: string;
  readonly standing: 'done' | 'next' | 'later';
}

/** How it climbs by itself, rung by rung. */
export function ladderLines(row: StalledRowView, reader: Reader): readonly LadderLine[] {
  const next = row.ladder.find(({ done }) => !done);
  const standing = (step: LadderStepView): LadderLine['standing'] => (step.done ? 'done' : step === next ? 'next' : 'later');
  return row.ladder.map((step) => ({
    rung: step.rung,
    when: nearMoment(step.at, reader.today, reader.words),
    what: capital(rungText(step.rung, step.done, row, reader)),
    standing: standing(step),
  }));
}

/** Who a reminder goes to now: whoever has the ball, which is a nominee together with the unit's queue. */
export function remindedOf(row: StalledRowView, { words }: Reader): string {
  if (row.court === 'SENDER' || !isPending(row.state)) return row.accountableIsYou ? words.t('stalled.you') : row.accountable.name;
  const intake = words.t('stalled.intakeOf', { unit: row.to.unit.name });
  return row.nominee === null ? intake : words.t('stalled.both', { one: row.nominee.name, other: intake });
}

function rungText(rung: string, done: boolean, row: StalledRowView, reader: Reader): string {
  const { words } = reader;
  const stage = isPending(row.state) ? 'pending' : 'owned';
  const tense = done ? 'done' : 'next';
  const params = {
    unit: row.to.unit.name,
    accountable: row.accountableIsYou ? words.t('stalled.you') : row.accountable.givenName,
    ...chiefs(row, reader),
  };
  const found = [`stalled.rung.${rung}.${stage}.${tense}`, `stalled.rung.${rung}.${tense}`].find((name) => words.known(name) !== undefined);
  return words.t(found ?? `stalled.rung.other.${tense}`, params);
}

/** The supervisor of the side whose turn it is, and of the other side. */
function chiefs(row: StalledRowView, { words, unitId }: Reader): { chief: string; other: string } {
  const name = ({ id, name }: { id: string; name: string }): string =>
    id === unitId ? words.t('stalled.you') : words.t('stalled.chiefOf', { unit: name });
  const [from, to] = [name(row.from.unit), name(row.to.unit)];
  return row.court === 'SENDER' ? { chief: from, other: to } : { chief: to, other: from };
}

function actText(act: string | null, row: StalledRowView, { words }: Reader): string {
  const name = `stalled.act.${act}`;
  return words.known(name) === undefined
    ? words.t('stalled.act.other')
    : words.t(name, { nominee: row.nominee?.name ?? '', accountable: row.accountable.name });
}
