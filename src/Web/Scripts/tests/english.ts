// The live page's words in English, for every test.
import live from '../../Words/en/live.json';
import { speak } from '../src/words/say';

speak(live);
