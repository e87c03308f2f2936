// Hours and minutes in the browser's zone, as the clock on the wall shows them: in a lesson nobody asks whether it is morning.
export function hourAndMinute(at: string | number | Date): string {
  const parts = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { hour: 'numeric', minute: '2-digit' }).formatToParts(new Date(at));
  return parts.filter((part) => part.type !== 'dayPeriod').map((part) => part.value).join('').trim();
}
