import { type AfterContentChecked, Directive, ElementRef, inject } from '@angular/core';

const ROLES: readonly (readonly [selector: string, role: string])[] = [
  ['thead, tbody', 'rowgroup'],
  ['tr', 'row'],
  ['td', 'cell'],
  ['thead th', 'columnheader'],
  ['tbody th', 'rowheader'],
];

/**
 * A real table that becomes cards on a narrow screen. There the cells are blocks, and a browser then forgets that they
 * were a table: the roles are written out, and each cell carries its column's heading for the eye.
 */
@Directive({ selector: 'table[uiTable]', host: { class: 'table table--edge table--cards', role: 'table' } })
export class Table implements AfterContentChecked {
  private readonly table = inject<ElementRef<HTMLTableElement>>(ElementRef).nativeElement;

  ngAfterContentChecked(): void {
    for (const [selector, role] of ROLES) {
      for (const element of this.table.querySelectorAll(selector)) element.setAttribute('role', role);
    }
    const headings = [...this.table.querySelectorAll('thead th')].map((cell) => cell.textContent.trim());
    for (const row of this.table.tBodies) {
      for (const cell of row.querySelectorAll('td')) cell.setAttribute('data-l', headings[cell.cellIndex] ?? '');
    }
  }
}
