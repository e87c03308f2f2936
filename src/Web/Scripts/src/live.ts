// The teacher's live page: starts from the record that it came with, then follows the hub.
import { keepAwake } from './live/awake';
import { Connection, openHub } from './live/connection';
import { Commands, type Outcome } from './live/commands';
import { watchKeeping } from './live/keeping';
import { listenToKeys, type Shortcut } from './live/keys';
import { Live } from './live/live';
import { Layout } from './live/layout';
import { namesHidden } from './live/preferences';
import { AgePanel } from './panels/age';
import { ClockPanel } from './panels/clock';
import { CoachPanel } from './panels/coach';
import { CodePanel } from './panels/code';
import { ControlsPanel } from './panels/controls';
import { DevicesPanel } from './panels/devices';
import { MenuPanel } from './panels/menu';
import { Panel } from './panels/panel';
import { PresencePanel } from './panels/presence';
import { RailPanel } from './panels/rail';
import { StationsPanel } from './panels/stations';
import { StudentPanel } from './panels/student';
import { StudentNotesPanel } from './panels/student-notes';
import { TabsPanel } from './panels/tabs';
import type { BoardView } from './views';
import { refusalWords } from './words/refusal';
import { say } from './words/say';

const live = new Live(JSON.parse(document.getElementById('board')!.textContent!) as BoardView);
const layout = new Layout(live, (student, skill) => live.select({ student, skill }));

const hub = openHub('/hubs/classroom', () => (live.heardAt = performance.now()));
const connection: Connection = new Connection(hub, live.board.classroom, {
  version: () => live.board.version,
  snapshot: (board) => live.take(board),
  delta: (delta) => live.apply(delta),
  joining: (joining) => {
    live.joining = joining;
    live.tell();
  },
  refused: (reason) => {
    // The page that one may still see, or the way to sign in.
    if (reason === 'signed-out' || reason === 'rights-changed') return location.reload();
    live.refusal = say('live.notWatched', { reason: refusalWords(reason) });
    live.tell();
  },
  connected: (up) => {
    live.connected = up;
    if (up) {
      live.heardAt = performance.now();
      live.refusal = '';
      void commands.flush();
    }
    live.tell();
  },
});
const commands = new Commands(live.board.classroom, (command) => connection.command<Outcome>(command), () => live.connected, localStorage);

live.give = (command) => commands.give(command);
live.forget = (commandId) => commands.forget(commandId);
live.rowName = (id) => layout.grid.name(id);
live.changed = (changes) => layout.update(changes);

const focused = (): string | null =>
  live.selection?.student ?? document.activeElement?.closest<HTMLElement>('.row[data-student]')?.dataset['student'] ?? null;

const observe = (result: 'gotIt' | 'notYet'): void => {
  const student = live.student(focused() ?? '');
  const skill = student ? (live.selection?.skill ?? live.focusOf(student)) : null;
  if (student && skill) void live.act({ type: 'observe', student: student.id, skill, result });
};

const close = (): void => {
  const student = live.selection?.student;
  live.select(null);
  if (student) layout.grid.row(student)?.focus();
};

// Opens whoever has the focus, and goes on when the panel is drawn.
const openThen = (then: (opened: StudentPanel) => void): void => {
  const student = focused();
  if (!student) return;
  if (live.selection?.student !== student) live.select({ student, skill: null });
  void panel().updateComplete.then(() => then(panel()));
};

const rail = (): RailPanel => document.querySelector<RailPanel>('lc-rail')!;
const panel = (): StudentPanel => document.querySelector<StudentPanel>('lc-student')!;
const menu = (): MenuPanel => document.querySelector<MenuPanel>('lc-menu')!;

const shortcuts: Shortcut[] = [
  { key: '/', does: 'live.keys.find', run: () => menu().find() },
  { key: '1', does: 'live.keys.card1', run: () => rail().openCard(0) },
  { key: '2', does: 'live.keys.card2', run: () => rail().openCard(1) },
  { key: '3', does: 'live.keys.card3', run: () => rail().openCard(2) },
  { key: 'v', does: 'live.keys.visit', run: () => { const student = focused(); if (student) void live.visit(student); } },
  { key: 'y', does: 'live.keys.gotIt', run: () => observe('gotIt') },
  { key: 't', does: 'live.keys.notYet', run: () => observe('notYet') },
  { key: 'm', does: 'live.keys.move2', run: () => openThen((opened) => opened.chooseStation()) },
  { key: 'o', does: 'live.keys.note', run: () => openThen((opened) => opened.writeNote()) },
  { key: 'd', does: 'live.keys.figures', run: () => { document.body.classList.toggle('show-figures'); live.tell(); } },
  { key: 'u', does: 'live.keys.eyes', run: () => void live.act({ type: live.board.lesson?.eyesUp ? 'backToWork' : 'eyesUp' }) },
  { key: 'h', does: 'live.keys.names', run: () => live.hideNames(!namesHidden()) },
  { key: 'z', does: 'live.keys.undo', run: () => void live.undo() },
  { key: 'Escape', does: 'live.keys.close', run: close },
  { key: '?', does: 'live.keys.list', run: () => menu().showKeys() },
];

Panel.live = live;
MenuPanel.shortcuts = shortcuts;
for (const [name, panel] of Object.entries({
  'lc-age': AgePanel, 'lc-coach': CoachPanel, 'lc-code': CodePanel, 'lc-devices': DevicesPanel, 'lc-presence': PresencePanel, 'lc-clock': ClockPanel, 'lc-stations': StationsPanel, 'lc-controls': ControlsPanel,
  'lc-rail': RailPanel, 'lc-student': StudentPanel, 'lc-notes': StudentNotesPanel, 'lc-menu': MenuPanel, 'lc-tabs': TabsPanel,
})) customElements.define(name, panel);

live.listen(() => layout.point());
listenToKeys(shortcuts);
setInterval(() => {
  layout.tick();
  void keepAwake(live.board.lesson?.state === 'running');
  live.tell();
}, 1_000);
void connection.run();
void watchKeeping(
  (line) => (live.notKept = line),
  (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
);
