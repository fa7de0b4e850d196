import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'app-brand',
  imports: [RouterLink],
  template: `
    <a class="brand" routerLink="/">
      <svg viewBox="0 0 28 28" aria-hidden="true">
        <g fill="none" stroke-linecap="round" stroke-width="7">
          <path class="brand__from" d="M5.2 19.3 16 13.6" />
          <path class="brand__gap" d="M12.2 14.4 22.8 8.8" stroke-width="10" />
          <path class="brand__to" d="M12.2 14.4 22.8 8.8" />
        </g>
      </svg>
      <span>Samspel</span>
    </a>
  `,
})
export class Brand {}
