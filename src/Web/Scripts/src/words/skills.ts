// Skills by their names in the page's language, where they have one in it. Done again for the grid's head in Boards/StudentViews.cs.
import type { SkillView } from '../views';

export const inLanguage = (skills: SkillView[], language: string): SkillView[] =>
  language === 'es' ? skills.map((skill) => ({ ...skill, name: skill.nameEs ?? skill.name })) : skills;
