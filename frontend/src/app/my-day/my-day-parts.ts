import { type MyDayView } from '@samspel/shared/api.ts';

/** What a reader would notice when it comes or goes; counts and times follow from it. */
export function noticesOf(view: MyDayView): readonly unknown[] {
  return [
    ...view.requests.map((request) => request.id),
    ...view.handovers.map((row) => [row.id, row.state, row.court]),
    ...view.messages.map((message) => message.id),
    ...view.questions.map((question) => question.id),
    ...view.activities.map((activity) => [activity.id, activity.version]),
    ...view.invitations.map((invitation) => invitation.id),
    ...view.notices.map((notice) => notice.id),
    ...view.changed.map((change) => change.event.id),
    ...[...view.overdue, ...view.upcoming].map((step) => [step.case.id, step.text, step.due]),
  ];
}
