// Reading aloud with the voices of the device. No text leaves it; where it has no voice of its own there is no button.

type Speaker = Pick<SpeechSynthesis, 'getVoices' | 'speak' | 'cancel'> & { onvoiceschanged?: unknown };

export class Reader {
  #speaking = false;

  /** The child has begun to listen and has not stopped it: browsers speak only after a tap. */
  #following = false;

  constructor(private readonly speaker: Speaker | null, private readonly language: () => string, private readonly changed: () => void) {
    // Voices are loaded late.
    if (speaker && 'onvoiceschanged' in speaker) (speaker as SpeechSynthesis).onvoiceschanged = () => changed();
    speaker?.getVoices();
  }

  get voice(): SpeechSynthesisVoice | null {
    const own = (this.speaker?.getVoices() ?? []).filter((voice) => voice.localService && voice.lang.toLowerCase().startsWith(this.language()));
    return own.find((voice) => voice.default) ?? own[0] ?? null;
  }

  get speaking(): boolean {
    return this.#speaking;
  }

  /** Reads, or is silent if it was reading. */
  toggle(text: string): void {
    if (this.#speaking) return this.silence();
    this.#following = true;
    this.#read(text);
  }

  /** Reads by itself, where the child listens already. */
  follow(text: string): void {
    if (this.#following) this.#read(text);
  }

  /** Stops, and reads nothing more by itself. */
  silence(): void {
    this.#following = false;
    this.stop();
  }

  #read(text: string): void {
    const voice = this.voice;
    if (!voice) return;
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.9;
    utterance.onend = utterance.onerror = () => this.#say(false);
    this.speaker!.cancel();
    this.#say(true);
    this.speaker!.speak(utterance);
  }

  stop(): void {
    this.speaker?.cancel();
    this.#say(false);
  }

  #say(speaking: boolean): void {
    if (this.#speaking === speaking) return;
    this.#speaking = speaking;
    this.changed();
  }
}
