export const COORDINATOR_REQUEST_STATES = ['PENDING', 'ACCEPTED', 'DECLINED', 'WITHDRAWN'] as const;
export type CoordinatorRequestState = (typeof COORDINATOR_REQUEST_STATES)[number];

export const COORDINATOR_REQUEST_ACTIONS = ['coordinator-request.accept', 'coordinator-request.refuse', 'coordinator-request.withdraw'] as const;
export type CoordinatorRequestAction = (typeof COORDINATOR_REQUEST_ACTIONS)[number];
