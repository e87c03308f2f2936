// The teacher's live page: starts from the record that it came with, then follows the hub.
import { Connection, openHub } from './live/connection';
import { Commands, type Outcome } from './live/commands';
import { watchKeeping } from './live/keeping';
import { listenToKeys, type Shortcut } from './live/keys';
import { Live } from './live/live';
import { Layout } from './live/layout';
import { namesHidden } from './live/preferences';
import { AgePanel } from './panels/age';
import { ClockPanel } from './panels/clock';
import { ControlsPanel } from './panels/controls';
import { MenuPanel } from './panels/menu';
import { Panel } from './panels/panel';
import { PresencePanel } from './panels/presence';
import { RailPanel } from './panels/rail';
import { StationsPanel } from './panels/stations';
import { StudentPanel } from './panels/student';
import { TabsPanel } from './panels/tabs';
import type { BoardView } from './views';

const live = new Live(JSON.parse(document.getElementById('board')!.textContent!) as BoardView);
const layout = new Layout(live, (student, skill) => live.select({ student, skill }));

const hub = openHub('/hubs/classroom', () => (live.heardAt = performance.now()));
const connection: Connection = new Connection(hub, live.board.classroom, {
  version: () => live.board.version,
  snapshot: (board) => live.take(board),
  delta: (delta) => live.apply(delta),
  refused: (reason) => {
    live.refusal = `The server does not let this page watch: ${reason}`;
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

const rail = (): RailPanel => document.querySelector<RailPanel>('lc-rail')!;
const menu = (): MenuPanel => document.querySelector<MenuPanel>('lc-menu')!;

const shortcuts: Shortcut[] = [
  { key: '/', does: 'find a student by typing', run: () => menu().find() },
  { key: '1', does: 'open the first go-to-next card', run: () => rail().openCard(0) },
  { key: '2', does: 'open the second', run: () => rail().openCard(1) },
  { key: '3', does: 'open the third', run: () => rail().openCard(2) },
  { key: 'v', does: 'visit begins, ends', run: () => { const student = focused(); if (student) void live.visit(student); } },
  { key: 'y', does: 'got it, on the focus skill', run: () => observe('gotIt') },
  { key: 't', does: 'not yet, on the focus skill', run: () => observe('notYet') },
  { key: 'd', does: 'figures in the cells (probability × 100)', run: () => { document.body.classList.toggle('show-figures'); live.tell(); } },
  { key: 'u', does: 'eyes up, back to work', run: () => void live.act({ type: live.board.lesson?.eyesUp ? 'backToWork' : 'eyesUp' }) },
  { key: 'h', does: 'hide names', run: () => live.hideNames(!namesHidden()) },
  { key: 'Escape', does: 'close, go back to the row', run: close },
  { key: '?', does: 'this list', run: () => menu().showKeys() },
];

Panel.live = live;
MenuPanel.shortcuts = shortcuts;
for (const [name, panel] of Object.entries({
  'lc-age': AgePanel, 'lc-presence': PresencePanel, 'lc-clock': ClockPanel, 'lc-stations': StationsPanel, 'lc-controls': ControlsPanel,
  'lc-rail': RailPanel, 'lc-student': StudentPanel, 'lc-menu': MenuPanel, 'lc-tabs': TabsPanel,
})) customElements.define(name, panel);

live.listen(() => layout.point());
listenToKeys(shortcuts);
setInterval(() => {
  layout.tick();
  live.tell();
}, 1_000);
void connection.run();
void watchKeeping(
  (line) => (live.notKept = line),
  (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
);
