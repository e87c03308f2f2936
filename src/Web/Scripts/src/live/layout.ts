// What stands where. When rows or columns change, which a running lesson does not do, the server lays the grid out anew.
import { layoutOf, type Changes } from '../board/changes';
import type { BoardView } from '../views';
import { Grid } from './grid';
import type { Live } from './live';
import { walkable } from './walk';

const againMs = 1_000;

export class Layout {
  grid: Grid;
  #fetching = false;
  #wanted = false;

  constructor(private readonly live: Live, private readonly open: (student: string, skill: string | null) => void) {
    this.grid = this.#bind(document.getElementById('grid')!);
  }

  update(changes: Changes): void {
    if (changes.layout) void this.#layOut();
    else this.grid.update(changes);
  }

  point(): void {
    this.grid.point();
  }

  tick(): void {
    this.grid.tick();
  }

  #bind(element: HTMLElement): Grid {
    walkable(element, this.open);
    return new Grid(element, this.live);
  }

  // The page's own address gives a grid and the record that it was made from; if that is newer than ours, it becomes ours.
  async #layOut(): Promise<void> {
    this.#wanted = true;
    if (this.#fetching) return;
    this.#fetching = true;
    while (this.#wanted) {
      this.#wanted = false;
      try {
        const response = await fetch(location.pathname, { headers: { accept: 'text/html' } });
        if (!response.ok || response.redirected) throw new Error('no page');
        const page = new DOMParser().parseFromString(await response.text(), 'text/html');
        const board = JSON.parse(page.getElementById('board')!.textContent!) as BoardView;
        const fresh = document.importNode(page.getElementById('grid')!, true);
        this.grid.element.replaceWith(fresh);
        this.grid = this.#bind(fresh);
        if (board.version > this.live.board.version) this.live.board = board;
        else if (layoutOf(board) !== layoutOf(this.live.board)) this.#wanted = true;
        document.querySelector('.class')!.classList.toggle('nobody', board.students.length === 0);
        if (board.students.length > 0) document.querySelector('.no-students')?.remove();
        document.querySelector('h1')!.textContent = board.name;
        this.grid.updateAll();
        this.live.tell();
      } catch {
        this.#wanted = true;
      }
      if (this.#wanted) await new Promise((resolve) => setTimeout(resolve, againMs));
    }
    this.#fetching = false;
  }
}
