// Skills by their names and tiles in the page's language, where they have one in it. Done again for the grid's head in Boards/StudentViews.cs.
import type { SkillView } from '../views';

const spanish = (skill: SkillView): SkillView => {
  const tile = skill.tileEs ?? skill.tile;
  return { ...skill, name: skill.nameEs ?? skill.name, ...(tile ? { tile } : {}) };
};

export const inLanguage = (skills: SkillView[], language: string): SkillView[] => (language === 'es' ? skills.map(spanish) : skills);
