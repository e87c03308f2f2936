// The wall: waits until a teacher types its letters, then shows that one lesson until it ends.
import { openPairing, wallCode, type Paired } from './wall/pairing';
import { follow } from './wall/link';
import { Scene } from './wall/scene';

const key = 'liveclass-wall';
const scene = new Scene(document.getElementById('wall')!);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

setInterval(() => scene.tick(), 1_000);
for (;;) {
  const paired = kept() ?? (await openPairing({ pause, letters: (letters) => scene.letters(letters), away: () => scene.away() }));
  sessionStorage.setItem(key, JSON.stringify(paired));
  await show(paired);
  // The token ends with the lesson: the next one needs the teacher again.
  sessionStorage.removeItem(key);
}

async function show(paired: Paired): Promise<void> {
  for (;;) {
    const code = await wallCode(paired.token);
    if (code === 'ended') return;
    if (code !== 'away') {
      scene.code(code);
      break;
    }
    scene.away();
    await pause(2_000);
  }
  await follow(paired, { pause, view: (view) => scene.view(view), up: (up) => scene.linked(up) });
  scene.over();
  await pause(30_000);
}

// A reload shows the same lesson again.
function kept(): Paired | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Paired | null;
  } catch {
    return null;
  }
}
