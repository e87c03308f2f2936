// The live page's words in English, for every test.
import live from '../../Words/en/live.json';
import miss from '../../Words/en/miss.json';
import problem from '../../Words/en/problem.json';
import { speak } from '../src/words/say';

speak({ ...live, ...miss, ...problem });
