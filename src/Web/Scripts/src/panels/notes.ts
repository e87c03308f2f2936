// What adults noted about a student, from the records.

export interface NoteLine {
  note: number;
  at: string;
  skill: string | null;
  text: string;
  by: string | null;
}

/** The notes that this page's adult may read, newest first. */
export async function notesOf(classroom: string, student: string, signal: AbortSignal): Promise<NoteLine[]> {
  const address = `/api/v1/classrooms/${encodeURIComponent(classroom)}/notes?student=${encodeURIComponent(student)}&limit=20`;
  const response = await fetch(address, { signal, headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${response.status}`);
  return ((await response.json()) as { notes: NoteLine[] }).notes;
}
