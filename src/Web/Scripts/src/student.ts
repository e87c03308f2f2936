// The student's page: from the code to the card, on whatever the school's network does.
import { judge } from './cards/judge';
import { noShelf, openFormShelf, type FormShelf } from './forms/kept';
import { Supply } from './forms/supply';
import type { Target } from './cards/next';
import type { Socket } from './hub/hub';
import { Asking, randomSeed } from './student/asking';
import { Delivering } from './student/delivering';
import { openGoal, openMenu, openPath } from './student/dialogs';
import { Frame } from './student/frame';
import { Hand } from './student/hand';
import { JoinView } from './student/join-view';
import { askPlace, Joining, type First, type Joined } from './student/joining';
import { LessonPage } from './student/lesson';
import { Link } from './student/link';
import { put } from './student/make';
import { Progress } from './student/progress';
import { keepSeat, keptSeat, leaveSeat, type Seat } from './student/seat';
import { device, deviceId, tab } from './student/shelf';
import { keepSize, sizeFor } from './student/size';
import { Reader } from './student/speech';
import { followCookies, setTongue, tongue, tongues } from './student/tongue';
import { Wishes } from './student/wishes';
import type { Accommodation } from './views';
import { say } from './words/say';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const part = (id: string): HTMLElement => document.getElementById(id)!;
const stage = part('stage');

/** A seat that is taken, with all that works for it. */
interface Seated {
  seat: Seat;
  lesson: LessonPage;
  link: Link;
}

let seated: Seated | null = null;
let join: JoinView | null = null;
let awaySince: number | null = performance.now();

const reader = new Reader('speechSynthesis' in window ? speechSynthesis : null, tongue, () => seated?.lesson.paint());

followCookies();
if (matchMedia('(pointer: coarse)').matches) document.documentElement.classList.add('touch');
fit();
const frame = new Frame(part('top'), part('line'), part('bottom'), {
  menu: showMenu,
  help: () => void seated?.lesson.pressHand(),
  about: (topic) => void seated?.lesson.pressHand(topic),
  goal: () => seated && openGoal(seated.lesson.goal, seated.lesson.goals, progress.done.answered, (by) => seated?.lesson.setGoal(by)),
  path: () => seated && openPath(seated.lesson.view?.skills ?? [], seated.lesson.current, !seated.lesson.isOver, (skill) => seated?.lesson.askForCheck(skill.skill, skill.name)),
});
let progress = new Progress(tab);
const code = codeFromAddress();
const delivering = await Delivering.open({
  changed: paintSaved,
  submit: () => {
    const link = seated?.link;
    return link?.isUp ? (...call) => link.call('Submit', ...call) : null;
  },
});
const forms = await openForms();

const kept = keptSeat();
if (kept && !code && (await delivering.has(kept.source))) await sit(kept, null);
else {
  leaveSeat();
  begin(code);
}
followWorld();

function begin(withCode: string | null, message = ''): void {
  frame.out();
  frame.say('', false);
  join = new JoinView(new Joining(deviceId(), randomSeed), { joined, language: tongue, pause });
  put(stage, join.element);
  join.begin(withCode, message);
}

async function joined({ seat, deliverToken, first }: Extract<Joined, { is: 'joined' }>): Promise<void> {
  leaveSeat();
  // Without a disk a reload begins anew: the numbers of the answers would be lost.
  if (delivering.durable) keepSeat(seat);
  await sit(seat, deliverToken, first);
}

async function sit(seat: Seat, deliverToken: string | null, first: First | null = null): Promise<void> {
  join = null;
  progress = new Progress(tab);
  await delivering.sit(seat.source, deliverToken);
  const link = new Link(seat, {
    view: (view) => {
      lesson.takeView(view);
      fit();
    },
    card: (card) => lesson.takeCard(card),
    rotation: (rotation) => lesson.takeRotation(rotation),
    up: (up) => {
      if (up) {
        delivering.wake();
        void wishes.flush().then(() => lesson.paint());
        void askAhead();
      }
      lesson.linked();
      paintSaved();
    },
    ended,
    swapped: ({ student, name }) => {
      Object.assign(seat, { student, name });
      keepSeat(seat);
      lesson.renamed(name);
    },
  }, { socket: () => openSocket(seat), place: () => askPlace(seat.readToken), pause });
  const wishes = new Wishes((command) => link.call('SubmitCommand', seat.classroom, command), tab);
  const asking = new Asking(() => seat.readToken);
  const supply = new Supply(forms, {
    fetch: (item, seed, language) => asking.form(item, seed, language), language: tongue, seed: randomSeed, now: () => Date.now(), pause, seen: progress.seen,
  });
  await supply.open();
  if (first?.form) supply.offer(first.form, first.seed, first.language);
  let ahead = tab.read<Target[]>('liveclass-ahead') ?? [];
  const askAhead = async (): Promise<void> => {
    ahead = (await asking.ahead()) ?? ahead;
    tab.write('liveclass-ahead', ahead);
  };
  const lesson: LessonPage = new LessonPage({
    seat, frame, stage, supply, progress, wishes, hand: new Hand(wishes, () => seat.student, () => performance.now()), reader, shelf: tab, judge,
    keep: (answer) => delivering.keep(answer), linkUp: () => link.isUp, trouble: () => trouble(link.isUp), waiting: () => delivering.waiting, ahead: () => ahead, leave: () => leave(''),
    clock: () => performance.now(), date: () => new Date(), after: (ms, run) => void setTimeout(run, ms),
  });
  seated = { seat, lesson, link };
  fit();
  paintSaved();
  if (first?.view) lesson.takeView(first.view);
  void link.run();
}

// The lesson is over for this page. What waits is still delivered.
function ended(reason: string): void {
  if (reason === 'lesson-ended' || reason === 'expired') {
    seated?.lesson.end();
    if (seated && delivering.durable) void followReopening(seated.seat);
  }
  else leave(say(reason === 'removed' ? 'student.ended.removed' : 'student.ended.elsewhere'));
}

// A lesson may be opened again for ten minutes: the place is good again, and the page goes on where it was.
async function followReopening(seat: Seat): Promise<void> {
  for (let asked = 0; asked < 30; asked++) {
    await pause(18_000 + 4_000 * Math.random());
    if (seated?.seat !== seat) return;
    if ((await askPlace(seat.readToken)).is === 'here') return location.reload();
  }
}

function leave(message: string): void {
  seated?.link.stop();
  seated = null;
  delivering.stand();
  leaveSeat();
  reader.silence();
  fit();
  begin(null, message);
}

// What a child must know: nothing is kept, or the page must stay open; and, after a moment, that there is no link.
function trouble(up: boolean): string {
  awaySince = up ? null : (awaySince ?? performance.now());
  if (delivering.aside > 0) return say('student.link.aside-line');
  if (!delivering.durable) return say('student.link.stay-line');
  if (awaySince === null || performance.now() - awaySince < 5_000) return '';
  return seated?.lesson.isOver ? '' : say(window.isSecureContext ? 'student.link.away-line' : 'student.link.stay-open-line');
}

function paintSaved(): void {
  if (!seated) return;
  frame.saved({ waiting: delivering.waiting, aside: delivering.aside, up: seated.link.isUp || seated.lesson.isOver, durable: delivering.durable });
  seated.lesson.paintKept(delivering.waiting);
}

function showMenu(): void {
  openMenu({
    languages: tongues(), language: tongue(), setLanguage: changeLanguage,
    size: sizeFor(accommodations(), tab, device), setSize,
    seat: seated && { name: seated.seat.name, takeBreak: () => seated?.lesson.takeBreak(), leave: () => leave('') },
  });
}

function changeLanguage(language: string): void {
  setTongue(language);
  frame.texts();
  if (!seated) frame.out();
  join?.repaint();
  seated?.lesson.repaint();
  seated?.link.again();
  paintSaved();
}

function accommodations(): readonly Accommodation[] {
  return seated?.lesson.view?.accommodations ?? [];
}

function setSize(percent: number): void {
  keepSize(percent, accommodations(), tab, device);
  fit();
}

// The letters as large as this child has them.
function fit(): void {
  document.documentElement.dataset['size'] = String(sizeFor(accommodations(), tab, device));
}

function openSocket(seat: Seat): Socket {
  const address = new URL('/hubs/classroom', location.href);
  address.protocol = address.protocol.replace('http', 'ws');
  address.search = new URLSearchParams({ access_token: seat.readToken, language: tongue() }).toString();
  return new WebSocket(address) as Socket;
}

// A code in an address would stay in the history of a device that others use.
function codeFromAddress(): string | null {
  const found = new URLSearchParams(location.search).get('code');
  if (location.search) history.replaceState(null, '', location.pathname);
  return found;
}

async function openForms(): Promise<FormShelf> {
  try {
    return await openFormShelf();
  } catch {
    return noShelf;
  }
}

// The device wakes, the network comes back, a second passes.
function followWorld(): void {
  const hurry = (): void => {
    seated?.link.hurry();
    delivering.wake();
  };
  addEventListener('online', hurry);
  document.addEventListener('visibilitychange', () => void (document.visibilityState === 'visible' && hurry()));
  addEventListener('pageshow', (event) => void (event.persisted && location.reload()));
  setInterval(() => seated?.lesson.tick(), 1_000);
  const touched = (): void => {
    document.documentElement.classList.add('touch');
    seated?.lesson.paint();
  };
  addEventListener('pointerdown', (event) => void (event.pointerType === 'touch' && !document.documentElement.classList.contains('touch') && touched()));
  void navigator.serviceWorker?.register('/student-sw.js', { scope: '/student' }).catch(() => {
    // The page then lives without it, and says to stay open.
  });
}
