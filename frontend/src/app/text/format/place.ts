/** "Region Sjölandet, Vårdcentralen Sjöstad"; many units carry their organisation's name already. */
export function placeOf(organisation: string, unit: string): string {
  return unit.includes(organisation) ? unit : `${organisation}, ${unit}`;
}
