// The figures under a column's name. Written again in Screens/Words/ColumnWords.cs; both are held to vectors/columns.json.
import type { SkillView, StudentView } from '../views';
import { isPresent } from './row';
import { say } from './say';

export interface ColumnWords {
  mastered: string;
  present: string;
  struggling: string;
  label: string;
}

const manyFrom = 4;

export function columnWords(skill: SkillView, students: readonly Pick<StudentView, 'presence' | 'cells'>[]): ColumnWords {
  const here = students.filter(isPresent);
  const levels = here.map((student) => student.cells.find((cell) => cell.skill === skill.id)?.level);
  const mastered = levels.filter((level) => level === 'mastered').length;
  const struggling = levels.filter((level) => level === 'struggling').length;
  return {
    mastered: `${mastered}`,
    present: `${here.length}`,
    struggling: struggling >= manyFrom ? `${struggling}` : '',
    label: say(struggling > 0 ? 'live.column.struggling' : 'live.column', { skill: skill.name, mastered, present: here.length, struggling }),
  };
}
