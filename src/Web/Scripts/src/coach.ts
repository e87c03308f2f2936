// A room as its coach sees it: the teacher's page, which only looks. It starts from the record that it came with, then follows the hub.
import { keepAwake } from './live/awake';
import { Connection, openHub } from './live/connection';
import { watchKeeping } from './live/keeping';
import { listenToKeys, type Shortcut } from './live/keys';
import { Layout } from './live/layout';
import { Live } from './live/live';
import { showNames } from './live/preferences';
import { AgePanel } from './panels/age';
import { ClockPanel } from './panels/clock';
import { MenuPanel } from './panels/menu';
import { Panel } from './panels/panel';
import { PresencePanel } from './panels/presence';
import { RailPanel } from './panels/rail';
import { StationsPanel } from './panels/stations';
import { StudentPanel } from './panels/student';
import { TabsPanel } from './panels/tabs';
import type { BoardView } from './views';
import { refusalWords } from './words/refusal';
import { say } from './words/say';

const live = new Live(JSON.parse(document.getElementById('board')!.textContent!) as BoardView, true);
const layout = new Layout(live, (student, skill) => live.select({ student, skill }));

const hub = openHub('/hubs/classroom', () => (live.heardAt = performance.now()));
const connection: Connection = new Connection(hub, live.board.classroom, {
  version: () => live.board.version,
  snapshot: (board) => live.take(board),
  delta: (delta) => live.apply(delta),
  refused: (reason) => {
    if (reason === 'signed-out' || reason === 'rights-changed') return location.reload();
    live.refusal = say('live.notWatched', { reason: refusalWords(reason) });
    live.tell();
  },
  connected: (up) => {
    live.connected = up;
    if (up) {
      live.heardAt = performance.now();
      live.refusal = '';
    }
    live.tell();
  },
}, 'coach');

live.rowName = (id) => layout.grid.name(id);
live.changed = (changes) => layout.update(changes);
// A teacher may allow names, and take them back, at any moment.
live.listen(() => showNames(live.board.coach?.names === true));

const close = (): void => {
  const student = live.selection?.student;
  live.select(null);
  if (student) layout.grid.row(student)?.focus();
};

const rail = (): RailPanel => document.querySelector<RailPanel>('lc-rail')!;
const menu = (): MenuPanel => document.querySelector<MenuPanel>('lc-menu')!;

const shortcuts: Shortcut[] = [
  { key: '/', does: 'live.keys.find', run: () => menu().find() },
  { key: '1', does: 'live.keys.card1', run: () => rail().openCard(0) },
  { key: '2', does: 'live.keys.card2', run: () => rail().openCard(1) },
  { key: '3', does: 'live.keys.card3', run: () => rail().openCard(2) },
  { key: 'd', does: 'live.keys.figures', run: () => { document.body.classList.toggle('show-figures'); live.tell(); } },
  { key: 'Escape', does: 'live.keys.close', run: close },
  { key: '?', does: 'live.keys.list', run: () => menu().showKeys() },
];

Panel.live = live;
MenuPanel.shortcuts = shortcuts;
for (const [name, panel] of Object.entries({
  'lc-age': AgePanel, 'lc-presence': PresencePanel, 'lc-clock': ClockPanel, 'lc-stations': StationsPanel, 'lc-rail': RailPanel,
  'lc-student': StudentPanel, 'lc-menu': MenuPanel, 'lc-tabs': TabsPanel,
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
