// A student's answers so far, from the records.

export interface Answer {
  at: string;
  item: string | null;
  /** What it did to each of its skills. */
  skills: { skill: string | null; mastery: number; next: number }[];
  score: number;
  attempt: number;
  response?: string;
  misconception?: string;
}

interface HistoryPage {
  answers: Answer[];
  next: string | null;
}

const mostPages = 5;

/** The answers, oldest first. */
export async function answersOf(classroom: string, student: string, signal: AbortSignal): Promise<Answer[]> {
  const answers: Answer[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page++) {
    const query: string = `student=${encodeURIComponent(student)}&limit=500${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
    const response = await fetch(`/api/v1/classrooms/${encodeURIComponent(classroom)}/history?${query}`, { signal, headers: { accept: 'application/json' } });
    if (!response.ok) throw new Error(`The answers could not be read (${response.status}).`);
    const body = (await response.json()) as HistoryPage;
    answers.push(...body.answers);
    cursor = body.next;
    if (!cursor) break;
  }
  return answers.sort((left, right) => left.at.localeCompare(right.at));
}
