// The JSON messages of SignalR's hub protocol, each ended by one character: what a student's page needs of it and no more, because
// the page must stay small. https://github.com/dotnet/aspnetcore/blob/main/src/SignalR/docs/specs/HubProtocol.md

const end = '\x1e';

export const enum Kind { Invocation = 1, Completion = 3, Ping = 6, Close = 7 }

export interface HubMessage {
  type?: Kind;
  invocationId?: string;
  target?: string;
  arguments?: unknown[];
  result?: unknown;
  error?: string;
}

export const encode = (message: object): string => JSON.stringify(message) + end;

/** A frame holds whole messages, one or more. */
export function decode(frame: string): HubMessage[] {
  return frame.split(end).filter((text) => text.length > 0).map((text) => JSON.parse(text) as HubMessage);
}
