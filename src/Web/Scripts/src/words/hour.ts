// Times in the browser's zone.
/** Hours and minutes in the browser's zone, as the clock on the wall shows them: in a lesson nobody asks whether it is morning. */
export function hourAndMinute(at: string | number | Date): string {
  const parts = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { hour: 'numeric', minute: '2-digit' }).formatToParts(new Date(at));
  return parts.filter((part) => part.type !== 'dayPeriod').map((part) => part.value).join('').trim();
}

/** The same, with the day before it where that is not today. */
export function dayAndHour(at: string, now = new Date()): string {
  const day = new Date(at);
  if (day.toDateString() === now.toDateString()) return hourAndMinute(day);
  return `${new Intl.DateTimeFormat(document.documentElement.lang || undefined, { day: 'numeric', month: 'short' }).format(day)}, ${hourAndMinute(day)}`;
}
