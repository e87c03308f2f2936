// How students join: the class code, and the devices that wait to be let in.

export interface JoiningView {
  classroom: string;
  lesson: string | null;
  code: string | null;
  link: string | null;
  waiting: { number: number; since: string }[];
  joined: string[];
}

/** Lets every device in that waits now; gives how it stands then. */
export async function admitAll(classroom: string, waiting: JoiningView['waiting']): Promise<JoiningView> {
  const response = await fetch(`/api/v1/classrooms/${encodeURIComponent(classroom)}/joining/admit`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ numbers: waiting.map((device) => device.number) }),
  });
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as JoiningView;
}
