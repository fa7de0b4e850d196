import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Table } from './table.ts';

@Component({
  imports: [Table],
  template: `
    <table uiTable>
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">Dagar</th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row) {
          <tr>
            <th scope="row">{{ row }}</th>
            <td>3</td>
          </tr>
        }
      </tbody>
    </table>
  `,
})
class Page {
  readonly rows = signal<readonly string[]>([]);
}

it('keeps a table a table when it is drawn as cards, also for rows that come later', async () => {
  const fixture = TestBed.createComponent(Page);
  await fixture.whenStable();
  fixture.componentInstance.rows.set(['Eva Lind']);
  await fixture.whenStable();
  const table = (fixture.nativeElement as HTMLElement).querySelector('table');
  expect(table?.getAttribute('role')).toBe('table');
  expect([...(table?.querySelectorAll('tbody *') ?? [])].map((element) => element.getAttribute('role'))).toEqual(['row', 'rowheader', 'cell']);
  expect(table?.querySelector('td')?.getAttribute('data-l')).toBe('Dagar');
});
