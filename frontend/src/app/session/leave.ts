import { DOCUMENT, inject, InjectionToken } from '@angular/core';

/** Leaves the client for an address of the server, or starts it anew: nothing in memory survives. */
export const LEAVE = new InjectionToken<(address: string) => void>('leave', {
  providedIn: 'root',
  factory: () => {
    const location = inject(DOCUMENT).location;
    return (address) => location.assign(address);
  },
});
