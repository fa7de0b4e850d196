/** SQL text: who asks, with the ways to reach them, of the assignment whose id the SQL expression gives; an `InvitationSenderView`. */
const senderJson = (assignmentId: string): string => `(
  select json_build_object('name', s.given_name || ' ' || s.family_name, 'title', a.title, 'unit', u.name, 'organisation', o.name,
    'phone', coalesce(s.phone, u.phone), 'email', coalesce(s.email, u.function_address))
  from assignment a join staff_member s on s.id = a.staff_member_id join unit u on u.id = a.unit_id join organisation o on o.id = a.organisation_id
  where a.id = ${assignmentId})`;

/**
 * SQL text: what the receiver of the handover `h` with the words `w` would see, were it sent today; a `HandoverPreviewView`. For somebody in
 * the team, who may read the person's name.
 */
export const previewJson = (h: string, w: string): string => `
  select json_build_object('personName', n.given_name || ' ' || n.family_name, 'scope', ${h}.scope, 'asked', ${w}.asked, 'why', ${w}.reason,
    'answerBy', ${h}.answer_by, 'date', app.domain_today(), 'checklist', ${w}.checklist, 'sender', ${senderJson(`${h}.from_assignment_id`)})
  from coordination_case c join person n on n.id = c.person_id where c.id = ${h}.case_id`;
