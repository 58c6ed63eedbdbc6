/*
 * Finds a free port and listens on it, on this computer only.
 */
import type { Server } from 'node:http';

/** The preview is for the person at this computer: nobody else can reach it. */
const LOCALHOST = '127.0.0.1';
const PORTS_TO_TRY = 20;

/**
 * Listens on the first free port from `first` on.
 * @returns The address to open, `http://localhost:3100/`.
 */
export async function listen(server: Server, first: number): Promise<string> {
  for (let port = first; port < first + PORTS_TO_TRY; port++) {
    if (await tryPort(server, port)) return `http://localhost:${port}/`;
  }
  throw new Error(
    `Ports ${first} to ${first + PORTS_TO_TRY - 1} are all taken. Close one of the programs that use them.`,
  );
}

function tryPort(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    server.once('error', failed);
    server.listen(port, LOCALHOST, () => {
      server.off('error', failed);
      resolve(true);
    });
  });
}
